package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token request with its parts read, so that the decision table can ask about them by name. */
public final class ParsedRequest {

  public static final String CLIENT_ID = "client_id";
  private static final int LONGEST_FORM = 64 * 1024;

  private final TokenRequest request;
  private final RequestHeader header;
  private final Form form;
  private final @Nullable CanonicalUrl endpoint;

  public ParsedRequest(TokenRequest request) {
    this.request = request;
    this.header = new RequestHeader(request.header());
    String text = request.form();
    this.form = Form.parse(text == null || text.length() > LONGEST_FORM ? "" : text);
    this.endpoint = CanonicalUrl.of(request.url());
  }

  public TokenRequest request() {
    return request;
  }

  public RequestHeader header() {
    return header;
  }

  public Form form() {
    return form;
  }

  /** Where it goes; null where the url is not known or none. */
  public @Nullable CanonicalUrl endpoint() {
    return endpoint;
  }

  /** Methods are case-sensitive (RFC 9110 section 9.1). */
  public boolean isPost() {
    return request.method().equals("POST");
  }

  public boolean isReadable() {
    String text = request.form();
    return text != null && text.length() <= LONGEST_FORM && header.isPlain() && form.wellFormed();
  }

  public @Nullable String grantType() {
    return form.single("grant_type");
  }

  public @Nullable Grant grant() {
    String type = grantType();
    return type == null ? null : Grant.ofType(type);
  }

  public @Nullable String refreshToken() {
    return form.single(Grant.REFRESH_TOKEN.credential());
  }

  public boolean hasAssertion() {
    return form.has("client_assertion") || form.has("client_assertion_type");
  }

  public boolean hasSecret() {
    return form.single("client_secret") != null;
  }

  public boolean hasClientIdInQuery() {
    String url = request.url();
    int query = url == null ? -1 : url.indexOf('?');
    if (url == null || query < 0) {
      return false;
    }
    int fragment = url.indexOf('#', query);
    int end = fragment < 0 ? url.length() : fragment;
    return Form.parse(url.substring(query + 1, end)).has(CLIENT_ID);
  }

  /** Values of {@code resource} (RFC 8707 section 2) that are urls of the web. */
  public List<CanonicalUrl> resources() {
    List<CanonicalUrl> resources = new ArrayList<>();
    for (FormField field : form.fields("resource")) {
      CanonicalUrl resource = CanonicalUrl.ofResource(field.value());
      if (resource != null && resource.web()) {
        resources.add(resource);
      }
    }
    return resources;
  }

  /** What stays the same in this request however often and wherever it is seen. */
  public String identity() {
    for (Grant grant : Grant.values()) {
      String credential = form.single(grant.credential());
      if (credential != null) {
        return credential;
      }
    }
    String text = request.form();
    return text != null ? text : String.valueOf(request.url());
  }
}

package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the refresh request of the defect, with one thing different for each test. */
public final class RequestBuilder {

  public static final String ENDPOINT = "https://idp.example.com/connect/token";
  public static final String REFRESH = "grant_type=refresh_token&refresh_token=r1";

  private final Map<String, List<String>> header = new HashMap<>();
  private String method = "POST";
  private @Nullable String url = ENDPOINT;
  private @Nullable String form = REFRESH;
  private @Nullable String server;
  private boolean headerKnown = true;

  public static RequestBuilder refresh() {
    return new RequestBuilder()
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  }

  /** The refresh request with that much more in its form. */
  public static RequestBuilder refreshWith(String fields) {
    return refresh().form(REFRESH + fields);
  }

  /** A form that a method of the host builds: no url, no header. */
  public static RequestBuilder formOnly() {
    RequestBuilder builder = refresh().url(null);
    builder.headerKnown = false;
    return builder;
  }

  RequestBuilder method(String value) {
    method = value;
    return this;
  }

  public RequestBuilder url(@Nullable String value) {
    url = value;
    return this;
  }

  public RequestBuilder form(@Nullable String value) {
    form = value;
    return this;
  }

  RequestBuilder server(String value) {
    server = value;
    return this;
  }

  public RequestBuilder header(String name, String... values) {
    header.put(name.toLowerCase(Locale.ROOT), List.of(values));
    return this;
  }

  /** A request of which no more is known. */
  public static TokenRequest to(String method, String url) {
    return TokenRequest.to(method, url, CanonicalUrl.ofEndpoint(url));
  }

  public TokenRequest build() {
    if (!headerKnown) {
      return TokenRequest.ofForm(String.valueOf(form), url, server);
    }
    HeaderFields fields = name -> header.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return to(method, String.valueOf(url)).with(fields, form);
  }
}

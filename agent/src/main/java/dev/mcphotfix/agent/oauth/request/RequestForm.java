package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a token request, by the names that its parameters have in RFC 6749 and those which
 * extend it. What is not there, or more than once, is null.
 */
public final class RequestForm extends Form {

  public static final String CLIENT_ID = "client_id";

  RequestForm(String text) {
    super(text);
  }

  public @Nullable String grantType() {
    return single("grant_type");
  }

  /** The grant type as it may be shown; null where there is none. */
  public @Nullable String shownGrant() {
    String type = grantType();
    return type == null ? null : Grant.shown(type);
  }

  public @Nullable Grant grant() {
    String type = grantType();
    return type == null ? null : Grant.ofType(type);
  }

  public @Nullable String refreshToken() {
    return single(Grant.REFRESH_TOKEN.credential());
  }

  /** What it redeems: a refresh token or a code. */
  @Nullable String credential() {
    for (Grant grant : Grant.values()) {
      String credential = single(grant.credential());
      if (credential != null) {
        return credential;
      }
    }
    return null;
  }

  /** The one client_id; null where it is empty or the word for a missing one. */
  public @Nullable String clientId() {
    String id = single(CLIENT_ID);
    return id == null || isMissing(id) ? null : id;
  }

  /** Whether that is a word which hosts print for a missing id: Java's, JavaScript's, Python's. */
  public static boolean isMissing(String clientId) {
    return clientId.equals("null") || clientId.equals("undefined") || clientId.equals("None");
  }

  public boolean hasAssertion() {
    return has("client_assertion") || has("client_assertion_type");
  }

  public boolean hasSecret() {
    return single("client_secret") != null;
  }

  /** Values of {@code resource} (RFC 8707 section 2) that are urls of the web. */
  public List<CanonicalUrl> resources() {
    List<CanonicalUrl> resources = new ArrayList<>();
    for (FormField field : fields("resource")) {
      CanonicalUrl resource = CanonicalUrl.ofResource(field.value());
      if (resource != null && resource.web()) {
        resources.add(resource);
      }
    }
    return resources;
  }
}

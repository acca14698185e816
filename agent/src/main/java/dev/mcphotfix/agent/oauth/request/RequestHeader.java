package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header of a token request, as far as it says whether and how a client authenticates. */
public final class RequestHeader {

  /**
   * What binds the bytes of a body: digests (RFC 9530, RFC 3230, RFC 1864) and signatures (RFC 9421
   * and the drafts before it, AWS, Azure, Google, detached JWS, webhooks and gateways).
   */
  private static final String[] SIGNATURES = {
    "Content-Digest",
    "Repr-Digest",
    "Digest",
    "Content-MD5",
    "Signature",
    "Signature-Input",
    "x-amz-content-sha256",
    "x-amz-checksum-sha256",
    "x-ms-content-sha256",
    "x-goog-content-sha256",
    "X-Content-SHA256",
    "X-Content-Digest",
    "X-Digest",
    "X-Body-Digest",
    "X-Body-Hash",
    "X-Payload-Digest",
    "X-Checksum",
    "X-Signature",
    "X-Signature-256",
    "X-Hub-Signature",
    "X-Hub-Signature-256",
    "X-Body-Signature",
    "X-Content-Signature",
    "X-Request-Signature",
    "X-Webhook-Signature",
    "X-HMAC",
    "X-HMAC-Signature",
    "X-JWS-Signature",
    "Detached-JWS"
  };

  private final HeaderFields fields;

  RequestHeader(HeaderFields fields) {
    this.fields = fields;
  }

  /** Whether the body is said to be a form; taken for granted where the header is not known. */
  public boolean isForm() {
    List<String> types = fields.values("Content-Type");
    for (String type : types) {
      if (!ContentType.isForm(type)) {
        return false;
      }
    }
    return fields == HeaderFields.UNKNOWN || !types.isEmpty();
  }

  /** Whether the body's bytes are the form's characters: not compressed, in no wide charset. */
  public boolean isPlain() {
    for (String encoding : fields.values("Content-Encoding")) {
      if (!encoding.isBlank() && !encoding.trim().equalsIgnoreCase("identity")) {
        return false;
      }
    }
    for (String type : fields.values("Content-Type")) {
      if (!ContentType.isAsciiCompatible(type)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a digest or signature covers the body, or may: then its bytes stay. */
  public boolean isSigned() {
    for (String name : SIGNATURES) {
      if (has(name)) {
        return true;
      }
    }
    return authorizedBy("aws4-");
  }

  public boolean isBasic() {
    return authorizedBy("basic ");
  }

  public boolean isAuthorized() {
    return has("Authorization");
  }

  public boolean isAttested() {
    return has("OAuth-Client-Attestation") || has("OAuth-Client-Attestation-PoP");
  }

  /** The Authorization's scheme as it may be shown; null where there is none. */
  public @Nullable String scheme() {
    List<String> authorizations = fields.values("Authorization");
    return authorizations.isEmpty() ? null : AuthenticationScheme.shown(authorizations.get(0));
  }

  /** What the header holds that may be a credential, whole and in its parts; never logged. */
  public List<String> credentials() {
    return new HeaderCredentials(fields).all();
  }

  private boolean authorizedBy(String scheme) {
    for (String authorization : fields.values("Authorization")) {
      if (authorization.concat(" ").toLowerCase(Locale.ROOT).startsWith(scheme)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(String name) {
    return !fields.values(name).isEmpty();
  }
}

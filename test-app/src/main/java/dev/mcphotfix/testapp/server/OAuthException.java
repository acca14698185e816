package dev.mcphotfix.testapp.server;

/** An error answer of the authorization server (RFC 6749 section 5.2). */
final class OAuthException extends Exception {
  private final int status;
  private final String error;

  OAuthException(int status, String error, String description) {
    super(description);
    this.status = status;
    this.error = error;
  }

  static OAuthException invalidRequest(String description) {
    return new OAuthException(400, "invalid_request", description);
  }

  static OAuthException invalidClient(String description) {
    return new OAuthException(401, "invalid_client", description);
  }

  static OAuthException invalidScope(String description) {
    return new OAuthException(400, "invalid_scope", description);
  }

  static OAuthException invalidGrant(String description) {
    return new OAuthException(400, "invalid_grant", description);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}

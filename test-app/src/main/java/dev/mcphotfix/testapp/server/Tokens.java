package dev.mcphotfix.testapp.server;

/** What a granted token request is answered with (RFC 6749 section 5.1). */
record Tokens(String accessToken, String refreshToken, String scope) {
  @Override
  public String toString() {
    return "Tokens[" + scope + "]";
  }
}

package dev.mcphotfix.testapp.host;

/** The MCP server does not accept the access token (any more). */
final class UnauthorizedException extends Exception {
  UnauthorizedException(Throwable cause) {
    super(cause);
  }
}

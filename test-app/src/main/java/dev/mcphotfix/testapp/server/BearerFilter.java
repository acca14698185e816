package dev.mcphotfix.testapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who bears a valid access token and tells others where to get one (RFC 9728 section 5).
 */
final class BearerFilter extends HttpFilter {
  private static final String BEARER = "Bearer ";

  private final transient Predicate<String> validity;
  private final transient Supplier<URI> resourceMetadata;

  BearerFilter(Predicate<String> validity, Supplier<URI> resourceMetadata) {
    this.validity = validity;
    this.resourceMetadata = resourceMetadata;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isAuthorized(request.getHeader("Authorization"))) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(
        "WWW-Authenticate", "Bearer resource_metadata=\"" + resourceMetadata.get() + "\"");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
  }

  private boolean isAuthorized(@Nullable String authorization) {
    return authorization != null
        && authorization.startsWith(BEARER)
        && validity.test(authorization.substring(BEARER.length()));
  }
}

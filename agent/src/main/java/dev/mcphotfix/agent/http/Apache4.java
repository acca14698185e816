package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.oauth.TokenRequests;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 4, blocking, in all its forms. */
final class Apache4 implements HttpStack, ApacheMessages {

  private static final String NAME = "apache4";
  private static final String HTTP = "org.apache.http.";

  @Override
  public List<Site> sites(List<String> hooks, TokenRequests requests) {
    return new ApacheExecutor(NAME, this, requests)
        .sites(
            HTTP + "protocol.HttpRequestExecutor",
            List.of(
                HTTP + "HttpRequest",
                HTTP + "HttpClientConnection",
                HTTP + "protocol.HttpContext"));
  }

  @Override
  public String entityType() {
    return HTTP + "HttpEntity";
  }

  @Override
  public @Nullable Object posted(Object request, Object neighbour) {
    boolean enclosing =
        HostCalls.type(neighbour, HTTP + "HttpEntityEnclosingRequest").isInstance(request);
    return enclosing && "POST".equals(line(request, "getMethod"))
        ? HostCalls.call(request, "getEntity")
        : null;
  }

  /** Through a proxy that is not tunnelled, the request has the whole url as its path. */
  @Override
  public String url(Object request, Object context) {
    String path = line(request, "getUri");
    Object host = HostCalls.call(context, "getAttribute", "http.target_host");
    return host != null && path.startsWith("/") ? HostCalls.call(host, "toURI") + path : path;
  }

  @Override
  public Object copy(Object request, Object neighbour) {
    Object copy =
        HostCalls.create(
            neighbour,
            HTTP + "message.BasicHttpEntityEnclosingRequest",
            HostCalls.answer(request, "getRequestLine"));
    HostCalls.call(copy, "setHeaders", HostCalls.answer(request, "getAllHeaders"));
    HostCalls.call(copy, "setParams", HostCalls.answer(request, "getParams"));
    return copy;
  }

  @Override
  public int status(Object response) {
    return (int) HostCalls.answer(HostCalls.answer(response, "getStatusLine"), "getStatusCode");
  }

  private static String line(Object request, String part) {
    Object line = HostCalls.answer(request, "getRequestLine");
    return Objects.requireNonNull(HostCalls.call(line, part)).toString();
  }
}

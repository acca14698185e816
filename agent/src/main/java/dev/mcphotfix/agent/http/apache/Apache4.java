package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 4: classic, the older {@code DefaultHttpClient}, fluent, and HttpAsyncClient 4.
 */
public final class Apache4 implements HttpStack, ApacheMessages {

  private static final String NAME = "apache4";
  private static final String HTTP = "org.apache.http.";
  private static final String ENCLOSING_REQUEST = HTTP + "HttpEntityEnclosingRequest";
  private static final ClassMemory<Boolean> ENCLOSING =
      ClassMemory.of(type -> LibraryType.above(type, ENCLOSING_REQUEST) != null);
  private static final List<String> EXECUTE =
      List.of(HTTP + "HttpRequest", HTTP + "HttpClientConnection", HTTP + "protocol.HttpContext");

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    List<Site> sites =
        new ArrayList<>(
            new ApacheExecutor(NAME, this, examiner)
                .sites(HTTP + "protocol.HttpRequestExecutor", EXECUTE));
    sites.addAll(new Apache4Async(NAME, this, examiner).sites());
    return sites;
  }

  @Override
  public String entityType() {
    return HTTP + "HttpEntity";
  }

  @Override
  public @Nullable Object posted(Object request, Object neighbour) {
    boolean post = "POST".equals(HostCalls.call(line(request), "getMethod"));
    return post && LibraryType.near(neighbour, ENCLOSING_REQUEST).isInstance(request)
        ? HostCalls.call(request, "getEntity")
        : null;
  }

  @Override
  public boolean mayEnclose(Object request) {
    return ENCLOSING.get(request.getClass());
  }

  @Override
  public Object[] fields(Object request) {
    return (Object[]) HostCalls.answer(request, "getAllHeaders");
  }

  /** Through a proxy that is not tunnelled, a request has the whole url already. */
  @Override
  public String method(Object request) {
    return String.valueOf(HostCalls.call(line(request), "getMethod"));
  }

  @Override
  public String url(Object request, Object context) {
    String uri = HostCalls.answer(line(request), "getUri").toString();
    Object host =
        uri.startsWith("/") ? HostCalls.call(context, "getAttribute", "http.target_host") : null;
    return host == null ? uri : HostCalls.call(host, "toURI") + uri;
  }

  @Override
  public Object copy(Object request, Object neighbour) {
    Object copy =
        HostCalls.create(
            neighbour, HTTP + "message.BasicHttpEntityEnclosingRequest", line(request));
    HostCalls.call(copy, "setParams", HostCalls.call(request, "getParams"));
    HostCalls.call(copy, "setHeaders", HostCalls.call(request, "getAllHeaders"));
    return copy;
  }

  @Override
  public int status(Object response) {
    return (int) HostCalls.answer(HostCalls.answer(response, "getStatusLine"), "getStatusCode");
  }

  private static Object line(Object request) {
    return HostCalls.answer(request, "getRequestLine");
  }
}

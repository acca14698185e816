package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5: classic, fluent and asynchronous. */
public final class Apache5 implements HttpStack, ApacheMessages {

  private static final String NAME = "apache5";

  private static final String HTTP = "org.apache.hc.core5.http.";

  private static final List<String> EXECUTE =
      List.of(
          HTTP + "ClassicHttpRequest",
          HTTP + "io.HttpClientConnection",
          HTTP + "io.HttpResponseInformationCallback",
          HTTP + "protocol.HttpContext");

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    List<Site> sites =
        new ArrayList<>(
            new ApacheExecutor(NAME, this, examiner)
                .sites(HTTP + "impl.io.HttpRequestExecutor", EXECUTE));
    sites.addAll(new Apache5Async(NAME, this, examiner).sites());
    return sites;
  }

  @Override
  public String entityType() {
    return HTTP + "HttpEntity";
  }

  @Override
  public @Nullable Object posted(Object request, Object neighbour) {
    boolean post = "POST".equals(HostCalls.call(request, "getMethod"));
    return post ? HostCalls.call(request, "getEntity") : null;
  }

  @Override
  public boolean mayEnclose(Object request) {
    return true;
  }

  @Override
  public Object[] fields(Object request) {
    return (Object[]) HostCalls.answer(request, "getHeaders");
  }

  @Override
  public String method(Object request) {
    return String.valueOf(HostCalls.call(request, "getMethod"));
  }

  @Override
  public String url(Object request, Object context) {
    return url(request);
  }

  /** Through a proxy that is not tunnelled, early versions keep the whole url as the path. */
  static String url(Object request) {
    String path = String.valueOf(HostCalls.call(request, "getPath"));
    return path.startsWith("/")
        ? HostCalls.call(request, "getScheme")
            + "://"
            + HostCalls.call(request, "getAuthority")
            + path
        : path;
  }

  @Override
  public Object copy(Object request, Object neighbour) {
    Object copy =
        HostCalls.create(
            neighbour,
            HTTP + "message.BasicClassicHttpRequest",
            HostCalls.call(request, "getMethod"),
            null, // The host, which would set scheme and authority.
            HostCalls.call(request, "getRequestUri"));
    HostCalls.call(copy, "setScheme", HostCalls.call(request, "getScheme"));
    HostCalls.call(copy, "setAuthority", HostCalls.call(request, "getAuthority"));
    HostCalls.call(copy, "setVersion", HostCalls.call(request, "getVersion"));
    HostCalls.call(copy, "setHeaders", HostCalls.call(request, "getHeaders"));
    return copy;
  }

  @Override
  public int status(Object response) {
    return (int) HostCalls.answer(response, "getCode");
  }
}

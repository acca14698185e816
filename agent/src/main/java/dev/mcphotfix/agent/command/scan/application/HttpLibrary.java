package dev.mcphotfix.agent.command.scan.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP libraries that a client may send its refresh with, those on top of others too, and the
 * built-in hook that sees it then. The first that a class's name fits is meant.
 */
public enum HttpLibrary {
  WEB_CLIENT("org/springframework/web/reactive/function/client/", "Spring's WebClient", null),
  REST_CLIENT("org/springframework/web/client/", "Spring's RestClient or RestTemplate", null),
  FEIGN("feign/", "Feign", null),
  RETROFIT("retrofit2/", "Retrofit", "okhttp"),
  GOOGLE("com/google/api/client/http/", "Google's HTTP client", null),
  OKHTTP("okhttp3/", "OkHttp", "okhttp"),
  APACHE_ASYNC("org/apache/http/nio/client/", "Apache HttpAsyncClient 4", ""),
  APACHE4("org/apache/http/", "Apache HttpClient 4", "apache4"),
  APACHE5("org/apache/hc/client5/", "Apache HttpClient 5", "apache5"),
  JETTY("org/eclipse/jetty/client/", "Jetty's HttpClient", "jetty"),
  KTOR("io/ktor/client/", "Ktor", "ktor"),
  REACTOR_NETTY("reactor/netty/http/client/", "Reactor Netty", "reactor-netty"),
  VERTX("io/vertx/core/http/HttpClient", "Vert.x", "vertx"),
  VERTX_WEB("io/vertx/ext/web/client/", "Vert.x", "vertx"),
  MICRONAUT("io/micronaut/http/client/", "Micronaut's client", "micronaut"),
  ASYNC_HTTP_CLIENT("org/asynchttpclient/", "AsyncHttpClient", "async-http-client"),
  HELIDON("io/helidon/webclient/", "Helidon's WebClient", "helidon"),
  ARMERIA("com/linecorp/armeria/client/", "Armeria", "armeria"),
  JERSEY_NETTY("org/glassfish/jersey/netty/connector/", "Jersey's Netty connector", "jersey-netty"),
  JDK("java/net/http/", "java.net.http.HttpClient", "jdk"),
  URL_CONNECTION("java/net/HttpURLConnection", "HttpURLConnection", "url-connection"),
  HTTPS_URL_CONNECTION("javax/net/ssl/HttpsURLConnection", "HttpsURLConnection", "url-connection");

  private final String prefix;
  private final String title;
  private final @Nullable String hook;

  HttpLibrary(String prefix, String title, @Nullable String hook) {
    this.prefix = prefix;
    this.title = title;
    this.hook = hook;
  }

  /**
   * A library that a class uses.
   *
   * @param relocatedTo the package in front of the library's own; empty where it is not relocated
   */
  public record Use(HttpLibrary library, String relocatedTo) {}

  /** The use that a class's internal name shows; null for any other class. */
  static @Nullable Use of(String className) {
    for (HttpLibrary library : values()) {
      int at = className.indexOf(library.prefix);
      if (at == 0 || (at > 0 && library.isRelocatable() && className.charAt(at - 1) == '/')) {
        return new Use(library, className.substring(0, Math.max(0, at - 1)).replace('/', '.'));
      }
    }
    return null;
  }

  /** Short names are parts of other packages too. */
  private boolean isRelocatable() {
    return !List.of(FEIGN, JDK, URL_CONNECTION, HTTPS_URL_CONNECTION).contains(this);
  }

  String title() {
    return title;
  }

  /** The hook's name; empty where there is none, null where it depends on what is below. */
  @Nullable String hook() {
    return hook;
  }
}

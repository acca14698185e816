package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.body.BodySender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The HTTP libraries, and the versions of each, that the agent is proven against. */
public enum Stack {
  JDK("jdk", Stack.OF_THE_JVM, JdkStack.class.getSimpleName()),
  OKHTTP_3("okhttp", "3", "OkHttpStack"),
  OKHTTP_4("okhttp", "4", "OkHttpStack"),
  OKHTTP_5("okhttp", "5", "OkHttpStack"),
  APACHE4_0("apache4", "4.0", "Apache4OldStack"),
  APACHE4_5("apache4", "4.5", "Apache4Stack"),
  APACHE4_5_ASYNC("apache4", "4.5", "Apache4AsyncStack"),
  APACHE5_0("apache5", "5.0", "Apache5Stack"),
  APACHE5_0_ASYNC("apache5", "5.0", "Apache5AsyncStack"),
  APACHE5_6("apache5", "5.6", "Apache5Stack"),
  APACHE5_6_ASYNC("apache5", "5.6", "Apache5AsyncStack"),
  JETTY_11("jetty", "11", "Jetty11Stack"),
  JETTY_12_0("jetty", "12.0", "JettyStack"),
  JETTY_12_1("jetty", "12.1", "JettyStack"),
  URL_CONNECTION("url-connection", Stack.OF_THE_JVM, UrlConnectionStack.class.getSimpleName()),
  REACTOR_NETTY_1_1("reactor-netty", "1.1", "ReactorNettyStack"),
  REACTOR_NETTY_1_1_HTTP_2("reactor-netty", "1.1", "ReactorNettyHttp2Stack"),
  REACTOR_NETTY_1_2("reactor-netty", "1.2", "ReactorNettyStack"),
  REACTOR_NETTY_1_2_HTTP_2("reactor-netty", "1.2", "ReactorNettyHttp2Stack"),
  REACTOR_NETTY_1_3("reactor-netty", "1.3", "ReactorNettyStack"),
  REACTOR_NETTY_1_3_HTTP_2("reactor-netty", "1.3", "ReactorNettyHttp2Stack"),
  WEB_CLIENT("reactor-netty", "webclient", "WebClientStack"),
  VERTX_4("vertx", "4", "VertxStack"),
  VERTX_OAUTH_4("vertx", "4", "VertxOAuthStack"),
  VERTX_4_HTTP_2("vertx", "4", "VertxHttp2Stack"),
  VERTX_5("vertx", "5", "VertxStack"),
  VERTX_OAUTH_5("vertx", "5", "VertxOAuthStack"),
  VERTX_5_HTTP_2("vertx", "5", "VertxHttp2Stack"),
  MICRONAUT_4("micronaut", "4", "MicronautStack"),
  MICRONAUT_OAUTH_4("micronaut", "4", "MicronautOAuthStack"),
  MICRONAUT_5("micronaut", "5", "MicronautStack", 25),
  ASYNC_HTTP_CLIENT_2_12("async-http-client", "2.12", "AsyncHttpClientStack"),
  ASYNC_HTTP_CLIENT_3("async-http-client", "3", "AsyncHttpClientStack"),
  ARMERIA_1("armeria", "1", "ArmeriaStack"),
  ARMERIA_1_HTTP_2("armeria", "1", "ArmeriaHttp2Stack"),
  HELIDON_4("helidon", "4", "HelidonStack", 21),
  HELIDON_4_HTTP_2("helidon", "4", "HelidonHttp2Stack", 21),
  KTOR_2_CIO("ktor", "2-cio", "KtorStack"),
  KTOR_2_JAVA("ktor", "2-java", "KtorStack", "jdk"),
  KTOR_2_OKHTTP("ktor", "2-okhttp", "KtorStack", "okhttp"),
  KTOR_2_APACHE5("ktor", "2-apache5", "KtorStack", "apache5"),
  KTOR_3_CIO("ktor", "3-cio", "KtorStack"),
  KTOR_3_JAVA("ktor", "3-java", "KtorStack", "jdk"),
  KTOR_3_OKHTTP("ktor", "3-okhttp", "KtorStack", "okhttp"),
  KTOR_3_APACHE5("ktor", "3-apache5", "KtorStack", "apache5");

  private static final String OF_THE_JVM = "of the JVM";

  /** How the names end of clients that speak HTTP/2 where others of their kind do not. */
  private static final String HTTP_2 = "Http2Stack";

  private final String hook;
  private final String version;
  private final String client;
  private final String lowerHook;
  private final int oldestJdk;

  /**
   * @param hook the built-in hook that must heal it
   * @param version its libraries are the property {@code stack.hook-version} of the build
   * @param client simple name of the {@link StackClient}, which may not be loaded here
   */
  Stack(String hook, String version, String client) {
    this(hook, version, client, hook, 17);
  }

  /**
   * @param oldestJdk the first JDK that its libraries run on
   */
  Stack(String hook, String version, String client, int oldestJdk) {
    this(hook, version, client, hook, oldestJdk);
  }

  /**
   * @param lowerHook the built-in hook of a library below, which heals what this one leaves to it
   */
  Stack(String hook, String version, String client, String lowerHook) {
    this(hook, version, client, lowerHook, 17);
  }

  Stack(String hook, String version, String client, String lowerHook, int oldestJdk) {
    this.hook = hook;
    this.version = version;
    this.client = client;
    this.lowerHook = lowerHook;
    this.oldestJdk = oldestJdk;
  }

  public String hook() {
    return hook;
  }

  public String lowerHook() {
    return lowerHook;
  }

  public String version() {
    return version;
  }

  /** Whether no newer version of the same client and engine stands behind it. */
  public boolean isNewest() {
    return Arrays.stream(values())
        .noneMatch(other -> isSameClient(other) && other.compareTo(this) > 0);
  }

  private boolean isSameClient(Stack other) {
    return hook.equals(other.hook)
        && client.equals(other.client)
        && engine().equals(other.engine());
  }

  private String engine() {
    return version.replaceAll("[0-9.]", "");
  }

  /** Whether its libraries run on the JDK of this major version. */
  public boolean runsOn(int jdk) {
    return jdk >= oldestJdk;
  }

  /**
   * Whether the JVM's own client sends what it is given: that differs from one JDK to another, as
   * in the {@code Content-Length} of a GET.
   */
  public boolean sendsThroughTheJvm() {
    return libraryList() == null || version.endsWith("-java");
  }

  /** Whether it speaks HTTP/2 with each server that does, over TLS. */
  public boolean speaksHttp2() {
    return Set.of("jdk", "okhttp", "micronaut").contains(hook)
        || this == ASYNC_HTTP_CLIENT_3
        || client.endsWith(HTTP_2);
  }

  /** Whether the same client of the same version is there with HTTP/2 over TLS. */
  public boolean hasTwinOverHttp2() {
    String twin = client.replaceFirst("Stack$", HTTP_2);
    return Arrays.stream(values())
        .anyMatch(other -> other.libraryListIs(libraryList()) && other.client.equals(twin));
  }

  private boolean libraryListIs(@Nullable String list) {
    return list != null && list.equals(libraryList());
  }

  /** Simple name of the {@link StackClient}. */
  public String clientName() {
    return client;
  }

  public String clientClass() {
    return Stack.class.getPackageName() + '.' + client;
  }

  /** The {@code BodySender} of its client. */
  public String bodySender() {
    String own = client.substring(0, client.length() - Stack.class.getSimpleName().length());
    return BodySender.class.getPackageName() + '.' + own + "Bodies";
  }

  /** The name of the list of its libraries; null where the JVM brings it. */
  public @Nullable String libraryList() {
    return version.equals(OF_THE_JVM) ? null : hook + '-' + version;
  }

  /**
   * Its libraries, of which the build has made a list; none where the JVM brings it.
   *
   * @param stacks the build's folder of these lists
   */
  public List<Path> libraries(Path stacks) throws IOException {
    String list = libraryList();
    return list == null
        ? List.of()
        : Files.readAllLines(stacks.resolve(list)).stream().map(Path::of).toList();
  }

  @Override
  public String toString() {
    return hook + ' ' + version + " by " + client;
  }
}

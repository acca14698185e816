package dev.mcphotfix.testapp.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The libraries, each with the built-in hook below it. */
public enum Library {
  CXF("cxf", "jdk", "CxfClient"),
  FEIGN("feign", "url-connection", "FeignClient"),
  FEIGN_OKHTTP("feign-okhttp", "okhttp", "FeignOkHttpClient"),
  FEIGN_HC5("feign-hc5", "apache5", "FeignHc5Client"),
  FUEL("fuel", "url-connection", "FuelClient"),
  GOOGLE_OAUTH_CLIENT("google-oauth-client", "url-connection", "GoogleClient"),
  JERSEY("jersey", "url-connection", "JaxRsClient"),
  JERSEY_JNH("jersey-jnh", "jdk", "JerseyClient", "jnh.connector.JavaNetHttpConnectorProvider"),
  JERSEY_NETTY(
      "jersey-netty", "jersey-netty", "JerseyClient", "netty.connector.NettyConnectorProvider"),
  NIMBUS("nimbus", "url-connection", "NimbusClient"),
  QUARKUS("quarkus", "vertx", "JaxRsClient"),
  RESTEASY("resteasy", "apache4", "JaxRsClient"),
  RETROFIT("retrofit", "okhttp", "RetrofitClient"),
  SCRIBE_JAVA("scribejava", "url-connection", "ScribeJavaClient"),
  REST_CLIENT_HTTP_COMPONENTS(
      "spring-web", "apache5", "RestClientClient", "HttpComponentsClientHttpRequestFactory"),
  REST_CLIENT_JDK("spring-web", "jdk", "RestClientClient", "JdkClientHttpRequestFactory"),
  REST_CLIENT_JETTY("spring-web", "jetty", "RestClientClient", "JettyClientHttpRequestFactory"),
  REST_CLIENT_REACTOR(
      "spring-web", "reactor-netty", "RestClientClient", "ReactorClientHttpRequestFactory"),
  REST_CLIENT_SIMPLE(
      "spring-web", "url-connection", "RestClientClient", "SimpleClientHttpRequestFactory"),
  REST_TEMPLATE_JDK("spring-web", "jdk", "RestTemplateClient", "JdkClientHttpRequestFactory"),
  REST_TEMPLATE_JETTY("spring-web", "jetty", "RestTemplateClient", "JettyClientHttpRequestFactory"),
  REST_TEMPLATE_SIMPLE(
      "spring-web", "url-connection", "RestTemplateClient", "SimpleClientHttpRequestFactory"),
  UNIREST("unirest", "jdk", "UnirestClient"),
  ASYNC_HTTP_CLIENT_1("unhooked", "", "AsyncHttpClient1Client"),
  HTTP_CLIENT_3("unhooked", "", "HttpClient3Client"),
  JODD("unhooked", "", "JoddClient"),
  SPRING_SECURITY("spring-security", "jdk", "SpringSecurityClient");

  private final String libraries;
  private final String hook;
  private final String client;
  private final @Nullable String factory;

  Library(String libraries, String hook, String client) {
    this(libraries, hook, client, null);
  }

  /**
   * @param libraries are the property {@code stack.NAME} of the build
   * @param hook the built-in hook that must meet it; empty where none does
   * @param client simple name of the {@link RefreshClient}, which may not be loaded here
   * @param factory simple name of the request factory that Spring is given
   */
  Library(String libraries, String hook, String client, @Nullable String factory) {
    this.libraries = libraries;
    this.hook = hook;
    this.client = client;
    this.factory = factory;
  }

  /** A word that names it on a screen. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of the list of its libraries. */
  public String libraryList() {
    return libraries;
  }

  public String hook() {
    return hook;
  }

  public boolean isHooked() {
    return !hook.isEmpty();
  }

  String clientClass() {
    return Library.class.getPackageName() + '.' + client;
  }

  /** What its constructor is given. */
  Object[] clientArguments() {
    return factory == null ? new Object[0] : new Object[] {factory};
  }

  /**
   * Its libraries, of which the build has made a list.
   *
   * @param stacks the build's folder of these lists
   */
  public List<Path> libraries(Path stacks) throws IOException {
    return Files.readAllLines(stacks.resolve(libraries)).stream().map(Path::of).toList();
  }
}

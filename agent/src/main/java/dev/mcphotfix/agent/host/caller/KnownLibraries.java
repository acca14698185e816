package dev.mcphotfix.agent.host.caller;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose class it is that stands between a client and the network, by the package's beginning. */
final class KnownLibraries {

  /** What people call the HTTP library, and the built-in hook that covers it, if there is one. */
  private static final String[][] HTTP = {
    {"jdk.internal.net.http.", "java.net.http.HttpClient", "jdk"},
    {"sun.net.www.protocol.", "HttpURLConnection", "url-connection"},
    {"okhttp3.", "OkHttp", "okhttp"},
    {"com.squareup.okhttp.", "OkHttp 2"},
    {"org.apache.commons.httpclient.", "Apache HttpClient 3"},
    {"org.apache.http.", "Apache HttpClient 4", "apache4"},
    {"org.apache.hc.", "Apache HttpClient 5", "apache5"},
    {"jodd.http.", "Jodd HTTP"},
    {"com.ning.http.", "AsyncHttpClient 1"},
    {"org.asynchttpclient.", "AsyncHttpClient", "async-http-client"},
    {"org.eclipse.jetty.", "Jetty", "jetty"},
    {"com.linecorp.armeria.", "Armeria", "armeria"},
    {"io.undertow.", "Undertow"},
    {"org.apache.pekko.", "Pekko HTTP"},
    {"akka.", "Akka HTTP"},
    {"io.ktor.", "Ktor", "ktor"},
    {"io.vertx.", "Vert.x", "vertx"},
    {"reactor.netty.", "Reactor Netty", "reactor-netty"},
    {"io.micronaut.", "Micronaut", "micronaut"},
    {"io.helidon.", "Helidon", "helidon"},
    {"io.netty.", "Netty"},
    {"org.jboss.netty.", "Netty 3"},
    {"org.glassfish.grizzly.", "Grizzly"},
  };

  /** What is neither the client's nor an HTTP library. */
  private static final String[] OTHER = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "dev.mcphotfix.agent.",
    "kotlin.",
    "kotlinx.",
    "scala.",
    "groovy.",
    "clojure.",
    "okio.",
    "reactor.",
    "io.reactivex.",
    "rx.",
    "org.reactivestreams.",
    "org.xnio.",
    "org.springframework.",
    "io.quarkus.",
    "io.smallrye.",
    "org.glassfish.",
    "org.jboss.",
    "org.apache.cxf.",
    "jakarta.",
    "retrofit2.",
    "feign.",
    "kong.unirest.",
    "com.mashape.unirest.",
    "jodd.",
    "com.nimbusds.",
    "com.google.api.client.",
    "com.google.auth.",
    "com.github.scribejava.",
    "com.microsoft.aad.msal4j.",
    "io.opentelemetry.",
    "org.bouncycastle.",
    "org.conscrypt.",
    "net.bytebuddy.",
  };

  private KnownLibraries() {}

  /** What people call the HTTP library that the class is of; null where it is of none. */
  static @Nullable String name(String className) {
    String[] line = line(className);
    return line == null ? null : line[1];
  }

  /** The built-in hook of the HTTP library that the class is of; null where there is none. */
  static @Nullable String hook(String className) {
    String[] line = line(className);
    return line == null || line.length == 2 ? null : line[2];
  }

  /** Of all of them. */
  static List<String> hooks() {
    return Arrays.stream(HTTP).filter(line -> line.length > 2).map(line -> line[2]).toList();
  }

  private static String @Nullable [] line(String className) {
    for (String[] line : HTTP) {
      if (className.startsWith(line[0])) {
        return line;
      }
    }
    return null;
  }

  /** Whether the class is neither the JDK's nor a library's, and so the client's own. */
  static boolean isOfClient(String className) {
    for (String prefix : OTHER) {
      if (className.startsWith(prefix)) {
        return false;
      }
    }
    return name(className) == null;
  }
}

package dev.mcphotfix.agent.witness;

import org.jspecify.annotations.Nullable;

/** Whose class it is that stands between a client and the network, by the package's beginning. */
final class KnownLibraries {

  /** What people call the HTTP library. */
  private static final String[][] HTTP = {
    {"jdk.internal.net.http.", "java.net.http.HttpClient"},
    {"sun.net.www.protocol.", "HttpURLConnection"},
    {"okhttp3.", "OkHttp"},
    {"com.squareup.okhttp.", "OkHttp 2"},
    {"org.apache.commons.httpclient.", "Apache HttpClient 3"},
    {"org.apache.http.", "Apache HttpClient 4"},
    {"org.apache.hc.", "Apache HttpClient 5"},
    {"jodd.http.", "Jodd HTTP"},
    {"com.ning.http.", "AsyncHttpClient 1"},
    {"org.asynchttpclient.", "AsyncHttpClient"},
    {"org.eclipse.jetty.", "Jetty"},
    {"com.linecorp.armeria.", "Armeria"},
    {"io.undertow.", "Undertow"},
    {"org.apache.pekko.", "Pekko HTTP"},
    {"akka.", "Akka HTTP"},
    {"io.ktor.", "Ktor"},
    {"io.vertx.", "Vert.x"},
    {"reactor.netty.", "Reactor Netty"},
    {"io.micronaut.", "Micronaut"},
    {"io.helidon.", "Helidon"},
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
    for (String[] line : HTTP) {
      if (className.startsWith(line[0])) {
        return line[1];
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

package dev.mcphotfix.agent.weave;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a woven class is called in the log through which several libraries send: after those that
 * its class loader has classes of, which a library has by the time it sends something. Asks the
 * class loader for nothing that it would have to load.
 */
final class SharedHook {

  /** Where none of them is: whatever else sends through it is told when it does. */
  static final String OF_OTHERS = "netty";

  private static final Map<String, String> PACKAGES =
      Map.of(
          "reactor-netty", "reactor.netty.http.client",
          "vertx", "io.vertx.core.http.impl",
          "micronaut", "io.micronaut.http.client.netty",
          "async-http-client", "org.asynchttpclient.netty",
          "armeria", "com.linecorp.armeria.client",
          "jersey-netty", "org.glassfish.jersey.netty.connector");

  private SharedHook() {}

  /**
   * The name for the log.
   *
   * @param hook of one hook, or of all that share the class, with commas between them
   */
  static String name(String hook, @Nullable ClassLoader loader) {
    if (hook.indexOf(',') < 0) {
      return hook;
    }
    StringBuilder present = new StringBuilder();
    for (String each : hook.split(",", -1)) {
      String library = PACKAGES.get(each);
      if (loader != null && library != null && loader.getDefinedPackage(library) != null) {
        present.append(present.length() == 0 ? "" : ",").append(each);
      }
    }
    return present.length() == 0 ? OF_OTHERS : present.toString();
  }
}

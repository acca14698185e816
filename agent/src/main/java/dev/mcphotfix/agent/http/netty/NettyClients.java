package dev.mcphotfix.agent.http.netty;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which library a channel is of, as the handlers in its pipeline tell. */
final class NettyClients {

  private static final Map<String, String> PACKAGES =
      Map.of(
          "reactor-netty", "reactor.netty.",
          "vertx", "io.vertx.",
          "micronaut", "io.micronaut.",
          "async-http-client", "org.asynchttpclient.",
          "armeria", "com.linecorp.armeria.",
          "jersey-netty", "org.glassfish.jersey.netty.");

  /** Of Netty's own handlers; before 1.3 a connection of HTTP/2 has no others. */
  private static final Pattern NAMED_BY_REACTOR_NETTY =
      Pattern.compile("(.*\\.)?reactor\\.(left|right)\\..*");

  private NettyClients() {}

  /** Whether the channel is of any library that is known here. */
  static boolean knows(Object pipeline) {
    return hook(pipeline, PACKAGES.keySet()) != null;
  }

  /** The first of these hooks that is of the channel's library; null where none is. */
  static @Nullable String hook(Object pipeline, Collection<String> hooks) {
    for (Object each : (Iterable<?>) pipeline) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      for (String hook : hooks) {
        if (isOf(hook, entry.getValue()) || isNamedBy(hook, entry.getKey())) {
          return hook;
        }
      }
    }
    return null;
  }

  private static boolean isOf(String hook, Object handler) {
    String type = handler.getClass().getName();
    String packages = Objects.requireNonNull(PACKAGES.get(hook));
    return type.startsWith(packages) || type.contains('.' + packages);
  }

  private static boolean isNamedBy(String hook, Object name) {
    return hook.equals("reactor-netty")
        && NAMED_BY_REACTOR_NETTY.matcher(name.toString()).matches();
  }
}

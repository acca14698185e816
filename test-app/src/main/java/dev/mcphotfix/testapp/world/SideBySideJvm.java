package dev.mcphotfix.testapp.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Runs several hosts in one JVM, side by side: the same arguments, class loaders and output as of
 * {@link SharedJvm}. Each host has a method {@code start} that gets ready and answers a {@code
 * Callable}, which begins when all are ready, and answers one that waits for what the host has to
 * say.
 */
public final class SideBySideJvm {

  private SideBySideJvm() {}

  public static void main(String[] arguments) throws Exception {
    List<Callable<?>> ready = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 3) {
      ClassLoader loader = SharedJvm.loader(i, arguments);
      Thread.currentThread().setContextClassLoader(loader);
      Object own = arguments[i + 2].split(",", -1);
      ready.add(
          (Callable<?>)
              loader.loadClass(arguments[i]).getMethod("start", String[].class).invoke(null, own));
    }
    List<Callable<?>> begun = new ArrayList<>();
    for (Callable<?> host : ready) {
      begun.add((Callable<?>) host.call());
    }
    for (Callable<?> host : begun) {
      System.out.print(host.call());
      System.out.println(SharedJvm.END);
    }
    System.exit(0); // Some bodies never end.
  }
}

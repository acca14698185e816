package dev.mcphotfix.testapp.library;

import java.net.URI;
import java.util.List;

/**
 * Refreshes a token once through each of the libraries: {@code LibraryHost TOKEN-ENDPOINT
 * LIBRARY...}. Prints the access token, or what the library throws.
 */
public final class LibraryHost {

  private LibraryHost() {}

  public static void main(String[] arguments) throws Exception {
    run(arguments);
    System.exit(0); // Some libraries leave threads behind.
  }

  /** The same without the end of the JVM. */
  public static void run(String[] arguments) throws Exception {
    for (String library : List.of(arguments).subList(1, arguments.length)) {
      refresh(client(Library.valueOf(library)), URI.create(arguments[0]));
    }
  }

  private static void refresh(RefreshClient client, URI endpoint) {
    try {
      System.out.println(client.refresh(endpoint, "the-refresh-token"));
    } catch (Exception e) {
      System.out.println(e);
    }
  }

  private static RefreshClient client(Library library) throws ReflectiveOperationException {
    return (RefreshClient)
        Class.forName(library.clientClass())
            .getDeclaredConstructors()[0]
            .newInstance(library.clientArguments());
  }
}

package dev.mcphotfix.testapp.library;

import java.net.URI;

/**
 * Refreshes a token once, through one library: {@code LibraryHost LIBRARY TOKEN-ENDPOINT}. Prints
 * the access token, or what the library throws.
 */
public final class LibraryHost {

  private LibraryHost() {}

  public static void main(String[] arguments) throws Exception {
    RefreshClient client = client(Library.valueOf(arguments[0]));
    try {
      System.out.println(client.refresh(URI.create(arguments[1]), "the-refresh-token"));
    } catch (Exception e) {
      System.out.println(e);
    }
    System.exit(0); // Some libraries leave threads behind.
  }

  private static RefreshClient client(Library library) throws ReflectiveOperationException {
    return (RefreshClient)
        Class.forName(library.clientClass())
            .getDeclaredConstructors()[0]
            .newInstance(library.clientArguments());
  }
}

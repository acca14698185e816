package dev.mcphotfix.testapp.host.map;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;
import java.io.PrintStream;

/** An application that keeps its credentials as maps. */
public final class MapHost {
  private MapHost() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(commands(new File("."), System.out).run(arguments));
  }

  /** The same program for any folder, and within the JVM that asks for it. */
  public static Commands commands(File folder, PrintStream out) {
    return new Commands(new MapCredentials(new CredentialMaps(folder)), folder, out);
  }
}

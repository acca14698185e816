package dev.mcphotfix.testapp.host.keychain;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;
import java.io.PrintStream;

/** An application that keeps its credentials in a keychain. */
public final class KeychainHost {
  private KeychainHost() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(commands(new File("."), System.out).run(arguments));
  }

  /** The same program for any folder, and within the JVM that asks for it. */
  public static Commands commands(File folder, PrintStream out) {
    return new Commands(new KeychainCredentials(new Keychain(folder)), folder, out);
  }
}

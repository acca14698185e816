package dev.mcphotfix.testapp.host.report;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;
import java.io.PrintStream;

/** The application of the bug report. */
public final class ReportHost {
  private ReportHost() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(commands(new File("."), System.out).run(arguments));
  }

  /** The same program for any folder, and within the JVM that asks for it. */
  public static Commands commands(File folder, PrintStream out) {
    return new Commands(new JsonCredentials(new CredentialStore(folder)), folder, out);
  }
}

package dev.mcphotfix.testapp.host.report;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;

/** The application of the bug report. */
public final class ReportHost {
  private ReportHost() {}

  public static void main(String[] arguments) throws Exception {
    JsonCredentials credentials = new JsonCredentials(new CredentialStore(new File(".")));
    System.exit(new Commands(credentials, System.out).run(arguments));
  }
}

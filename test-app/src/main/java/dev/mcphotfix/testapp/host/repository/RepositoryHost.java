package dev.mcphotfix.testapp.host.repository;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;

/** An application that keeps its credentials as rows. */
public final class RepositoryHost {
  private RepositoryHost() {}

  public static void main(String[] arguments) throws Exception {
    RowCredentials credentials = new RowCredentials(new CredentialRepository(new File(".")));
    System.exit(new Commands(credentials, System.out).run(arguments));
  }
}

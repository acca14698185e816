package dev.mcphotfix.testapp.world;

import dev.mcphotfix.testapp.host.Commands;
import dev.mcphotfix.testapp.host.report.ReportHost;
import dev.mcphotfix.testapp.host.repository.RepositoryHost;
import java.io.File;
import java.io.PrintStream;
import java.util.List;

/** The MCP client applications that can be run, one for each HTTP stack and shape of record. */
public enum Host {
  REPORT(
      "report",
      ReportHost.class.getName(),
      "JSON objects in a file; JDK HttpClient; no client_id",
      ".credentials.json",
      "dev.mcphotfix.testapp.host.report.CredentialStore#save"),
  REPOSITORY(
      "repository",
      RepositoryHost.class.getName(),
      "rows of a repository; JDK HttpClient; client_id=",
      "credentials.json",
      "dev.mcphotfix.testapp.host.repository.CredentialRepository#save");

  private final String title;
  private final String mainClass;
  private final String description;
  private final String credentialFile;
  private final String saveMethod;

  Host(
      String title,
      String mainClass,
      String description,
      String credentialFile,
      String saveMethod) {
    this.title = title;
    this.mainClass = mainClass;
    this.description = description;
    this.credentialFile = credentialFile;
    this.saveMethod = saveMethod;
  }

  /** A word that names the host on a command line. */
  public String title() {
    return title;
  }

  public String mainClass() {
    return mainClass;
  }

  /** The host within this JVM, for that folder. */
  Commands commands(File folder, PrintStream out) {
    return switch (this) {
      case REPORT -> ReportHost.commands(folder, out);
      case REPOSITORY -> RepositoryHost.commands(folder, out);
    };
  }

  /** How it keeps records, by what it sends a refresh, and what that lacks. */
  public String description() {
    return description;
  }

  /** Where its records are, below the working folder. */
  public String credentialFile() {
    return credentialFile;
  }

  /** The agent's configuration file for this host, as an operator would write it. */
  public List<String> agentConfiguration() {
    return List.of(
        "{ \"mcpConfig\": [\".mcp.json\"],",
        "  \"rules\": [ { \"name\": \"save\",",
        "    \"method\": \"" + saveMethod + "\",",
        "    \"patch\": \"credential\", \"target\": \"arg1\", \"server\": \"arg0\" } ] }");
  }
}

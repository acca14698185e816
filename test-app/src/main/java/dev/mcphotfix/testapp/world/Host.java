package dev.mcphotfix.testapp.world;

import dev.mcphotfix.testapp.host.Commands;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The MCP client applications that can be run: shapes of records, and ways to send a refresh. */
public enum Host {
  REPORT(
      "report",
      "report.ReportHost",
      "JSON objects; JDK HttpClient; no client_id",
      ".credentials.json",
      "CredentialStore#save",
      null),
  REPOSITORY(
      "repository",
      "repository.RepositoryHost",
      "rows of a repository; JDK HttpClient; client_id=",
      "credentials.json",
      "CredentialRepository#save",
      null),
  MAP(
      "map",
      "map.MapHost",
      "maps of text; OkHttp, FormBody; no client_id",
      "nodes.json",
      "CredentialMaps#put",
      "okhttp-5"),
  KEYCHAIN(
      "keychain",
      "keychain.KeychainHost",
      "two secrets; Ktor, submitForm; no client_id",
      "keychain.properties",
      null,
      "ktor-3-cio"),
  DOCUMENT(
      "document",
      "document.DocumentHost",
      "Java records as JSON; WebClient; client_id=null",
      "documents.json",
      "CredentialDocuments#write",
      "reactor-netty-webclient");

  private final String title;
  private final String main;
  private final String description;
  private final String credentialFile;
  private final @Nullable String saveMethod;
  private final @Nullable String libraries;

  /**
   * @param main its class below the package of the hosts
   * @param saveMethod class and method in its package; null where what is saved has no place for an
   *     id
   * @param libraries the property {@code stack.NAME} of the build; null where the JVM has all
   */
  Host(
      String title,
      String main,
      String description,
      String credentialFile,
      @Nullable String saveMethod,
      @Nullable String libraries) {
    this.title = title;
    this.main = Commands.class.getPackageName() + '.' + main;
    this.description = description;
    this.credentialFile = credentialFile;
    this.saveMethod = saveMethod;
    this.libraries = libraries;
  }

  /** A word that names the host on a command line. */
  public String title() {
    return title;
  }

  public String mainClass() {
    return main;
  }

  /** The name of the list of its libraries; null where it needs none but the application's own. */
  public @Nullable String libraries() {
    return libraries;
  }

  /** Whether what it saves has a place for the id. */
  public boolean keepsId() {
    return saveMethod != null;
  }

  /** Those with a library of their own are in the jar only of a build that was asked for these. */
  public boolean isCompiled() {
    return Host.class.getResource('/' + main.replace('.', '/') + ".class") != null;
  }

  /**
   * The host within this JVM, for that folder. Called by name, since those with a library of their
   * own are not compiled where nobody asks for these libraries.
   */
  Commands commands(File folder, PrintStream out) {
    try {
      return (Commands)
          Class.forName(main)
              .getMethod("commands", File.class, PrintStream.class)
              .invoke(null, folder, out);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(title + " was not compiled", e);
    }
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
    if (saveMethod == null) {
      return List.of("{ \"mcpConfig\": [\".mcp.json\"] }");
    }
    String method = main.substring(0, main.lastIndexOf('.') + 1) + saveMethod;
    return List.of(
        "{ \"mcpConfig\": [\".mcp.json\"],",
        "  \"rules\": [ { \"name\": \"save\",",
        "    \"method\": \"" + method + "\",",
        "    \"patch\": \"credential\", \"target\": \"arg1\", \"server\": \"arg0\" } ] }");
  }

  @Override
  public String toString() {
    return title;
  }
}

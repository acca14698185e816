package dev.mcphotfix.testapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Clients, or what clients are made with, that people run, with the methods that a reader of their
 * code would name. The property {@code stack.LIST} says which version.
 */
enum ScannedClient {
  KEYCLOAK(
      "scan-keycloak-admin-cli",
      "keycloak-admin-cli",
      Map.of(
          "load", "org.keycloak.client.cli.config.ConfigData#getRealmConfigData",
          "refresh", "org.keycloak.client.cli.util.AuthUtil#ensureToken")),
  DATABRICKS(
      "scan-databricks-jdbc",
      "databricks-jdbc",
      Map.of("refresh", "com.databricks.client.jdbc.oauth.OauthProvider#setTokenRequestParams")),

  /** It asks its own server for a token, which refreshes. */
  TRINO("scan-trino-cli", "trino-cli", Map.of()),
  BOX(
      "scan-box-java-sdk",
      "box-java-sdk",
      Map.of("refresh", "com.box.sdk.BoxAPIConnection#createTokenRequest")),
  GOOGLE(
      "scan-google-auth",
      "google-auth-library-oauth2-http",
      Map.of(
          "save", "com.google.auth.oauth2.TokenStore#store",
          "refresh", "com.google.auth.oauth2.UserCredentials#doRefreshAccessToken")),
  NESSIE(
      "scan-nessie-client",
      "nessie-client",
      Map.of("refresh", "org.projectnessie.client.auth.oauth2.RefreshTokensFlow#fetchNewTokens"));

  private final String list;
  private final String artefact;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of cannot be changed.
  private final Map<String, String> methods;

  ScannedClient(String list, String artefact, Map<String, String> methods) {
    this.list = list;
    this.artefact = artefact;
    this.methods = methods;
  }

  /** The right methods by their roles; none where nothing refreshes. */
  Map<String, String> methods() {
    return methods;
  }

  /** Its jar and those that it needs. */
  List<String> jars() throws IOException {
    return Files.readAllLines(BuiltJars.stacks().resolve(list));
  }

  /** Its name and version, which its jar is called after. */
  String title() throws IOException {
    return jars().stream()
        .map(jar -> Path.of(jar).getFileName().toString())
        .filter(jar -> jar.startsWith(artefact))
        .findFirst()
        .orElseThrow()
        .replaceFirst("-(\\d+(?:\\.\\d+)*).*", " $1");
  }
}

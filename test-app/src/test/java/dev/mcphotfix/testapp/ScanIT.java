package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code scan} of the packaged jar: what it prints is what the agent needs. */
class ScanIT {

  private static final String HOSTS = "dev.mcphotfix.testapp.host.";
  private static final String CLIENT_ID = "client_id=" + World.CLIENT_ID;

  @TempDir private Path folder;

  /** The rules are those that scan prints for this application; none is written by hand. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#all")
  void printsTheConfigurationThatHealsTheHost(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      String application = BuiltJars.testApplication().toString();
      ChildResult scan = scan(run, "--mcp-config", ".mcp.json", application);
      assertThat(scan.exitCode()).as(scan.stderr()).isZero();
      world.write(World.AGENT_CONFIGURATION, scan.stdout());
      world.login();
      world.authorizationServer().expireAccessTokens();

      ChildResult connect =
          world
              .child("connect")
              .withJavaHome(run.jdk().home())
              .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
              .run();

      assertThat(connect.outputLines())
          .as(connect.stderr())
          .containsExactly("Reconnected to example-server", "echo: hello");
      assertThat(connect.exitCode()).isZero();
      assertThat(world.refreshRequests())
          .extracting(RecordedRequest::answer)
          .containsExactly("200");
      assertThat(world.refreshRequests().get(0).body()).containsOnlyOnce(CLIENT_ID);
      assertThat(connect.stderr()).doesNotContain("hook not woven");
      if (run.host().keepsId()) {
        assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);
        assertThat(connect.stderr())
            .contains("reason=record-patched hook=load-", "hook=save-")
            .doesNotContain("mcp-hotfix WARN");
      } else { // A secret by itself is no record, and its rule leaves it as it is.
        assertThat(warnings(connect)).allMatch(line -> line.contains("reason=record-unreadable"));
      }
    }
  }

  @Test
  void putsTheMethodsOfItsFiveHostsFirst() throws Exception {
    JsonNode found = data(BuiltJars.testApplication().toString());

    assertThat(methods(found, "save").subList(0, 5))
        .containsExactlyInAnyOrder(
            HOSTS + "document.CredentialDocuments#write",
            HOSTS + "keychain.Keychain#setSecret",
            HOSTS + "map.CredentialMaps#put",
            HOSTS + "report.CredentialStore#save",
            HOSTS + "repository.CredentialRepository#save");
    assertThat(methods(found, "load").subList(0, 5))
        .contains(
            HOSTS + "document.CredentialDocuments#read",
            HOSTS + "map.CredentialMaps#get",
            HOSTS + "report.CredentialStore#load",
            HOSTS + "repository.CredentialRepository#findByServer");
    assertThat(methods(found, "refresh").subList(0, 5))
        .contains(
            HOSTS + "document.DocumentCredentials#form",
            HOSTS + "keychain.KeychainCredentials#form",
            HOSTS + "map.MapCredentials#form");
  }

  /**
   * With all that they need: the AWS SDK 2.57.8, whose single sign-on keeps tokens on disk;
   * Databricks' SDK 0.60.0, which has a file for them; Google's auth library 1.57.0, which hands
   * them to a store.
   */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "scan-aws-sso, save, software.amazon.awssdk.services.ssooidc.internal.OnDiskTokenManager#storeToken",
    "scan-aws-sso, load, software.amazon.awssdk.services.ssooidc.internal.OnDiskTokenManager#loadToken",
    "scan-databricks, save, com.databricks.sdk.core.oauth.FileTokenCache#save",
    "scan-databricks, load, com.databricks.sdk.core.oauth.FileTokenCache#load",
    "scan-databricks, refresh, com.databricks.sdk.core.oauth.SessionCredentialsTokenSource#getToken",
    "scan-google-auth, save, com.google.auth.oauth2.TokenStore#store",
    "scan-google-auth, load, com.google.auth.oauth2.TokenStore#load",
    "scan-google-auth, refresh, com.google.auth.oauth2.UserCredentials#doRefreshAccessToken",
  })
  void putsTheRightMethodOfRealApplicationsAmongTheFirstThree(
      String libraries, String role, String method) throws Exception {
    List<String> jars = Files.readAllLines(BuiltJars.stacks().resolve(libraries));

    List<String> found = methods(data(jars.toArray(String[]::new)), role);

    assertThat(found.subList(0, Math.min(3, found.size()))).as(found.toString()).contains(method);
  }

  private static List<String> warnings(ChildResult result) {
    return result.errorLines().stream().filter(line -> line.contains("mcp-hotfix WARN")).toList();
  }

  private JsonNode data(String... paths) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    arguments.addAll(List.of(paths));
    ChildResult scan = scan(ChildJvm.of(folder), arguments);
    assertThat(scan.stderr()).isEmpty();
    return new ObjectMapper().readTree(scan.stdout());
  }

  private static List<String> methods(JsonNode found, String role) {
    List<String> methods = new ArrayList<>();
    found.path(role).forEach(candidate -> methods.add(candidate.path("method").asText()));
    return methods;
  }

  private ChildResult scan(Run run, String... arguments) throws Exception {
    return scan(ChildJvm.of(folder).withJavaHome(run.jdk().home()), List.of(arguments));
  }

  private ChildResult scan(ChildJvm jvm, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("-jar", BuiltJars.agent().toString(), "scan"));
    command.addAll(arguments);
    return new ChildJvm(
            jvm.javaHome(), jvm.jvmArguments(), jvm.classPath(), command, folder, jvm.limit())
        .withQuickStart()
        .run();
  }
}

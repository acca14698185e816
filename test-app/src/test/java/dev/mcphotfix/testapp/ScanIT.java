package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code scan} of the packaged jar: what it prints is what the agent needs. */
class ScanIT {

  private static final String HOSTS = "dev.mcphotfix.testapp.host.";
  private static final String CLIENT_ID = "client_id=" + World.CLIENT_ID;

  private static final Map<Jdk, ChildResult> CONFIGURATIONS = new HashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void scanThisApplication(@TempDir Path shared) throws Exception {
    for (Jdk jdk : InstalledJdks.thorough()) {
      String application = BuiltJars.testApplication().toString();
      CommandLine line = new CommandLine(jdk, shared);
      CONFIGURATIONS.put(jdk, line.run("scan", "--mcp-config", ".mcp.json", application));
    }
  }

  /** The rules are those that scan prints for this application; none is written by hand. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#once")
  void printsTheConfigurationThatHealsTheHost(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      ChildResult scan = scannedOn(run.jdk());
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
   * them to a store. With {@code -Pthorough}; else none, as its own five hosts are scanned.
   */
  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("realApplications")
  void putsTheRightMethodOfRealApplicationsAmongTheFirstThree(
      String libraries, Map<String, String> methods) throws Exception {
    List<String> jars = Files.readAllLines(BuiltJars.stacks().resolve(libraries));

    JsonNode found = data(jars.toArray(String[]::new));

    methods.forEach(
        (role, method) ->
            assertThat(methods(found, role).stream().limit(3)).as(role).contains(method));
  }

  static Stream<Arguments> realApplications() {
    String aws = "software.amazon.awssdk.services.ssooidc.internal.OnDiskTokenManager";
    String databricks = "com.databricks.sdk.core.oauth.";
    String google = "com.google.auth.oauth2.";
    return Stream.of(
            Arguments.of(
                "scan-google-auth",
                Map.of(
                    "save", google + "TokenStore#store",
                    "load", google + "TokenStore#load",
                    "refresh", google + "UserCredentials#doRefreshAccessToken")),
            Arguments.of(
                "scan-aws-sso", Map.of("save", aws + "#storeToken", "load", aws + "#loadToken")),
            Arguments.of(
                "scan-databricks",
                Map.of(
                    "save", databricks + "FileTokenCache#save",
                    "load", databricks + "FileTokenCache#load",
                    "refresh", databricks + "SessionCredentialsTokenSource#getToken")))
        .limit(InstalledJdks.isThorough() ? 3 : 0);
  }

  /** On another, where not all is asked for: it says the same on each. */
  private static ChildResult scannedOn(Jdk jdk) {
    Jdk newest = InstalledJdks.newest().get(0);
    return Objects.requireNonNull(CONFIGURATIONS.getOrDefault(jdk, CONFIGURATIONS.get(newest)));
  }

  private static List<String> warnings(ChildResult result) {
    return result.errorLines().stream().filter(line -> line.contains("mcp-hotfix WARN")).toList();
  }

  private JsonNode data(String... paths) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("scan", "--json"));
    arguments.addAll(List.of(paths));
    Jdk running = new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    ChildResult scan = new CommandLine(running, folder).run(arguments.toArray(String[]::new));
    assertThat(scan.stderr()).isEmpty();
    return new ObjectMapper().readTree(scan.stdout());
  }

  private static List<String> methods(JsonNode found, String role) {
    List<String> methods = new ArrayList<>();
    found.path(role).forEach(candidate -> methods.add(candidate.path("method").asText()));
    return methods;
  }
}

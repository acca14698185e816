package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.ArmeriaTextHost;
import dev.mcphotfix.testapp.library.JoddTextHost;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.SharedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that send by what no hook covers, or whose hook is off: the rule that scan prints for
 * them heals them, as it is printed.
 */
class ScanRuleIT {

  private static final String CLIENT_ID = "my-static-client";
  private static final int HELIDONS_OLDEST_JDK = 21;

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** With {@code -Pthorough}; else none, as the proposals are those of the unit tests. */
  static Stream<Jdk> allJdks() {
    return jdks().filter(jdk -> InstalledJdks.isThorough());
  }

  static Stream<Jdk> helidonsJdks() {
    return allJdks().filter(jdk -> jdk.feature() >= HELIDONS_OLDEST_JDK);
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void healsAClientOverPlainSockets(Jdk jdk) throws Exception {
    String rule = healed(jdk, SocketHost.class.getName(), testClasses(), List.of());

    assertThat(rule).contains("\"" + SocketHost.class.getName() + "#exchange\"");
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("allJdks")
  void healsAClientThatKeepsTheFormInAField(Jdk jdk) throws Exception {
    String rule = healed(jdk, HeldFormHost.class.getName(), testClasses(), List.of());

    assertThat(rule).contains(HeldFormHost.class.getName() + "#form", "\"target\": \"return\"");
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("allJdks")
  void healsAClientOverALibraryThatIsInNoTable(Jdk jdk) throws Exception {
    List<Path> libraries = libraries("unhooked");

    String rule = healed(jdk, JoddTextHost.class.getName(), BuiltJars.classes(), libraries);

    assertThat(rule).contains("jodd.http.HttpBase#body(");
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("allJdks")
  void healsAClientOverArmeriaWithoutItsHook(Jdk jdk) throws Exception {
    List<Path> libraries = libraries("armeria-1");
    String host = ArmeriaTextHost.class.getName();

    String rule = healed(jdk, host, BuiltJars.classes(), libraries, "--without-hooks");

    assertThat(rule).contains("\"http\": []", "WebClientRequestPreparation#content(");
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("helidonsJdks")
  void healsAClientOverHelidonWithoutItsHook(Jdk jdk) throws Exception {
    List<Path> libraries = libraries("helidon-4");
    Path classes = HelidonTextHost.compiled(folder, jdk, libraries);

    String rule = healed(jdk, HelidonTextHost.NAME, classes, libraries, "--without-hooks");

    assertThat(rule).contains("\"http\": []", "io.helidon.webclient.api.ClientRequest#submit(");
  }

  private static List<Path> libraries(String list) throws Exception {
    return Files.readAllLines(BuiltJars.stacks().resolve(list)).stream().map(Path::of).toList();
  }

  /** The folder with the class files of these tests. */
  private static Path testClasses() throws Exception {
    return Path.of(ScanRuleIT.class.getResource("/").toURI());
  }

  /** What was scanned is one class file, and the libraries. */
  private String healed(Jdk jdk, String host, Path classes, List<Path> libraries, String... options)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("scan"));
    arguments.addAll(List.of(options));
    arguments.add(classes.resolve(host.replace('.', '/') + ".class").toString());
    libraries.forEach(library -> arguments.add(library.toString()));
    ChildResult scan = new CommandLine(jdk, folder).run(arguments.toArray(String[]::new));
    assertThat(scan.exitCode()).as(scan.stdout() + scan.stderr()).isZero();
    Files.writeString(folder.resolve("mcp-hotfix.json"), scan.stdout());

    List<Path> classPath = new ArrayList<>(libraries);
    classPath.addAll(List.of(classes, BuiltJars.classes()));
    checkHealed(jdk, host, classPath);
    return scan.stdout();
  }

  private void checkHealed(Jdk jdk, String host, List<Path> classPath) throws Exception {
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      String endpoint = server.uri().resolve("/token").toString();
      ChildJvm without =
          ChildJvm.of(folder, SharedJvm.class.getName(), host, "", endpoint)
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withClassPath(classPath);
      String options = "config=mcp-hotfix.json,clientId=%s,tokenEndpoint=%s";

      SharedHosts.run(without);
      ChildResult with =
          SharedHosts.run(
              without.withAgent(BuiltJars.agent(), options.formatted(CLIENT_ID, endpoint)));

      List<RecordedRequest> requests = server.takeRequests();
      assertThat(requests)
          .as(with.stderr())
          .extracting(RecordedRequest::answer)
          .containsExactly("400 invalid_request", "200");
      assertThat(requests.get(1).body())
          .isEqualTo(requests.get(0).body() + "&client_id=" + CLIENT_ID);
      assertThat(with.stderr()).contains("reason=added hook=refresh");
    }
  }
}

package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.EngineHost;
import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves a JVM past all hooks is told, once each, and arrives as without the agent. */
class WitnessIT {

  private static final List<Library> UNHOOKED = List.of(Library.HTTP_CLIENT_3, Library.JODD);

  /** Where its sockets over file descriptors look for these. */
  private static final List<String> OPENED_FOR_CONSCRYPT =
      List.of(
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED");

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** With {@code -Pthorough}; else none, as {@link WitnessCommandIT} runs without any server. */
  static Stream<Jdk> thorough() {
    return jdks().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void tellsEachRefreshThatLeavesPastTheHooks(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult without = SharedHosts.run(host(jdk, server));
      List<RecordedRequest> plain = server.takeRequests();
      ChildResult with =
          SharedHosts.run(withFile(jdk, server, "\"http\": [], \"witness\": \"on\", "));

      assertThat(server.takeRequests()).isEqualTo(plain).hasSize(10);
      assertThat(with.stdout()).isEqualTo(without.stdout());
      checkTold(witnessed(with), server);
      assertThat(with.stderr()).doesNotContain("the-token-of", "the-refresh-token");
    }
  }

  /** Nothing is known of that JVM, and nothing else is woven in it. */
  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void needsNoConfiguredServer(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult with =
          SharedHosts.run(host(jdk, server).withAgent(BuiltJars.agent(), "mode=off,witness=on"));

      checkTold(witnessed(with), server);
      assertThat(with.errorLines())
          .filteredOn(line -> line.contains("hook woven"))
          .isNotEmpty()
          .allMatch(line -> line.contains("hook=witness"));
      assertThat(with.stderr()).doesNotContain("client not hooked", "hook not woven");
    }
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void seesWhatIsEncryptedAndSentInNativeCode(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildJvm host = nativeHost(jdk, server);
      ChildResult without = SharedHosts.run(host);
      List<RecordedRequest> plain = server.takeRequests();
      ChildResult with = SharedHosts.run(host.withAgent(BuiltJars.agent(), "mode=off,witness=on"));

      assertThat(server.takeRequests()).isEqualTo(plain).hasSize(8);
      assertThat(with.stdout()).isEqualTo(without.stdout());
      assertThat(witnessed(with))
          .hasSize(8)
          .allMatch(line -> line.contains("client_id=absent"))
          .extracting(line -> line.replaceFirst(".* endpoint=(\\S+) .*", "$1"))
          .startsWith(token(server.uri()))
          .filteredOn(token(server.secureUri())::equals)
          .hasSize(7);
      assertThat(with.stderr())
          .contains("class=io.netty.handler.ssl.ReferenceCountedOpenSslEngine")
          .contains("class=org.conscrypt.ConscryptEngine ")
          .contains("class=org.conscrypt.ConscryptFileDescriptorSocket$SSLOutputStream")
          .contains("class=org.bouncycastle.jsse.provider.ProvSSLEngine")
          .contains("class=org.bouncycastle.jsse.provider.ProvSSLSocketDirect$AppDataOutput")
          .contains("class=org.bouncycastle.jsse.provider.ProvSSLSocketWrap$AppDataOutput");
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void provesThatTheIdLeftWhereAHookHasAddedIt(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult with = SharedHosts.run(withFile(jdk, server, "\"witness\": \"on\", "));

      List<String> added =
          with.errorLines().stream().filter(line -> line.contains("added client_id")).toList();
      List<String> proofs =
          witnessed(with).stream().filter(line -> line.contains("client_id=present")).toList();
      assertThat(added).as(with.stderr()).hasSize(2).allMatch(line -> line.contains("hook=jdk"));
      assertThat(proofs)
          .hasSize(2)
          .allMatch(line -> line.startsWith("mcp-hotfix DEBUG"))
          .noneMatch(line -> line.contains("rule="));
      for (int i = 0; i < proofs.size(); i++) {
        assertThat(proofs.get(i)).contains(request(added.get(i)));
      }
      assertThat(witnessed(with)).hasSize(10);
    }
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void isNotWovenWhereItIsOff(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult with = SharedHosts.run(withFile(jdk, server, ""));

      assertThat(with.stderr()).contains("hook=jdk").doesNotContain("witness");
    }
  }

  private static void checkTold(List<String> lines, RecordingServer server) {
    String own = "from=" + WrittenHost.class.getName() + "#";
    assertThat(lines).hasSize(10).allMatch(line -> line.startsWith("mcp-hotfix WARN"));
    assertThat(lines)
        .allMatch(line -> line.contains("client_id=absent authentication=none"))
        .allMatch(line -> line.contains("grant=refresh_token"));
    for (int i : new int[] {0, 2, 3, 4, 6, 7, 8, 9}) {
      assertThat(lines.get(i)).contains("endpoint=" + token(server.uri()) + ' ');
    }
    for (int i : new int[] {1, 5}) {
      assertThat(lines.get(i)).contains("endpoint=" + token(server.secureUri()) + ' ');
    }
    assertThat(lines.get(0)).contains(own + "writeInTwo", "target=arg2 endpoint=arg1");
    assertThat(lines.get(1)).contains(own + "writeInTwo");
    assertThat(lines.get(2)).contains(own + "writeToChannel");
    assertThat(lines.get(3)).contains(own + "writeInTwo");
    for (int i : new int[] {4, 5}) { // Written on a thread of the JDK's, as it has to connect.
      assertThat(lines.get(i))
          .contains("client=java.net.http.HttpClient", own + "sendByClient")
          .contains("the hook jdk covers this client when it is on");
    }
    assertThat(lines.get(6)).contains(own + "writeAll");
    assertThat(lines.get(7)).contains(own + "writeToAsynchronousChannelInTwo");
    assertThat(lines.get(8))
        .contains("client=\"Apache HttpClient 3\"", "library.HttpClient3Client#refresh");
    assertThat(lines.get(9)).contains("client=\"Jodd HTTP\"", "library.JoddClient#refresh");
  }

  private static List<String> witnessed(ChildResult result) {
    return result.errorLines().stream().filter(line -> line.contains(" witnessed ")).toList();
  }

  private static String request(String line) {
    return line.substring(line.indexOf("request="));
  }

  private ChildJvm withFile(Jdk jdk, RecordingServer server, String more) throws Exception {
    Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(server, more));
    return host(jdk, server).withAgent(BuiltJars.agent(), "mcp-hotfix.json");
  }

  private ChildJvm nativeHost(Jdk jdk, RecordingServer server) throws Exception {
    List<Path> libraries =
        Files.readAllLines(BuiltJars.stacks().resolve("native")).stream().map(Path::of).toList();
    SharedHosts hosts = new SharedHosts();
    hosts.add(EngineHost.class, libraries, List.of(token(server.uri()), token(server.secureUri())));
    return hosts
        .jvm(folder)
        .withJavaHome(jdk.home())
        .withJvmArguments(certificate.trust())
        .withJvmArguments(OPENED_FOR_CONSCRYPT);
  }

  private ChildJvm host(Jdk jdk, RecordingServer server) throws Exception {
    String endpoint = token(server.uri());
    SharedHosts hosts = new SharedHosts();
    hosts.add(WrittenHost.class, List.of(), List.of(endpoint, token(server.secureUri())));
    hosts.add(UNHOOKED, URI.create(endpoint));
    return hosts.jvm(folder).withJavaHome(jdk.home()).withJvmArguments(certificate.trust());
  }

  private static String token(URI server) {
    return server.resolve("/token").toString();
  }
}

package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.server.Header;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Libraries that the agent does not know refresh a token in their own way on each JDK, without the
 * agent and with it, in one JVM, in class loaders of their own: the hook of the HTTP library below
 * them is enough.
 */
class LibraryIT {

  private static final String CLIENT_ID = "my-static-client";

  /** Of libraries that are run over another client anyway. */
  private static final Set<Library> TWINS =
      EnumSet.of(Library.FEIGN_HC5, Library.FUEL, Library.JERSEY_JNH, Library.QUARKUS);

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void healsTheRefreshesOfLibrariesThatForgetTheId(Jdk jdk) throws Exception {
    List<Library> libraries =
        Stream.of(Library.values())
            .filter(one -> one.isHooked() && one != Library.SPRING_SECURITY && isRun(one))
            .toList();
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      SharedHosts.run(host(libraries, jdk, server));
      List<RecordedRequest> plain = server.takeRequests();
      ChildResult with = SharedHosts.run(withAgent(host(libraries, jdk, server), server));
      List<RecordedRequest> patched = server.takeRequests();

      assertThat(plain).hasSameSizeAs(libraries);
      assertThat(patched).as(with.stderr()).hasSameSizeAs(libraries);
      for (int i = 0; i < plain.size(); i++) {
        compare(plain.get(i), patched.get(i));
      }
      assertThat(hooks(with, "added client_id"))
          .containsExactlyElementsOf(libraries.stream().map(Library::hook).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesTheRefreshOfLibraryThatAuthenticatesAlone(Jdk jdk) throws Exception {
    List<Library> library = List.of(Library.SPRING_SECURITY);
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      SharedHosts.run(host(library, jdk, server));
      List<RecordedRequest> plain = server.takeRequests();
      ChildResult with = SharedHosts.run(withAgent(host(library, jdk, server), server));

      assertThat(server.takeRequests()).isEqualTo(plain).hasSize(1);
      assertThat(hooks(with, "left alone")).containsOnly(Library.SPRING_SECURITY.hook());
    }
  }

  /** All three lie on the class path each time. */
  @ParameterizedTest
  @MethodSource("jdks")
  void tellsOfClientsThatNoHookCoversWhereTheyAreUsed(Jdk jdk) throws Exception {
    List<Library> all = Stream.of(Library.values()).filter(one -> !one.isHooked()).toList();
    for (List<Library> used : List.of(all, List.of(Library.JODD))) {
      try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
        ChildResult with = SharedHosts.run(withAgent(host(used, jdk, server), server));

        assertThat(server.takeRequests())
            .hasSameSizeAs(used)
            .extracting(RecordedRequest::answer)
            .containsOnly("400 invalid_request");
        assertThat(with.errorLines().stream().filter(line -> line.contains("client not hooked")))
            .as(with.stderr())
            .hasSameSizeAs(used)
            .allMatch(line -> line.startsWith("mcp-hotfix WARN"))
            .anyMatch(line -> line.contains("client=\"Jodd HTTP\""));
      }
    }
  }

  /** Not Spring's factories, which are those of {@link FatJarIT}, too; nor twins of others. */
  private static boolean isRun(Library library) {
    return InstalledJdks.isThorough()
        || (!library.libraryList().equals("spring-web") && !TWINS.contains(library));
  }

  private static void compare(RecordedRequest plain, RecordedRequest patched) {
    assertThat(plain.answer()).isEqualTo("400 invalid_request");
    assertThat(patched.answer()).isEqualTo("200");
    assertThat(patched.body()).isEqualTo(plain.body() + "&client_id=" + CLIENT_ID);
    assertThat(unframed(patched)).isEqualTo(unframed(plain));
  }

  private static List<String> hooks(ChildResult with, String action) {
    return with.errorLines().stream()
        .filter(line -> line.contains(action + " "))
        .map(line -> line.replaceFirst(".* hook=(\\S+).*", "$1"))
        .toList();
  }

  private static ChildJvm withAgent(ChildJvm host, RecordingServer server) {
    return host.withAgent(
        BuiltJars.agent(),
        "clientId=" + CLIENT_ID + ",tokenEndpoint=" + token(server) + ",logLevel=debug");
  }

  private ChildJvm host(List<Library> libraries, Jdk jdk, RecordingServer server) throws Exception {
    SharedHosts hosts = new SharedHosts();
    hosts.add(libraries, token(server));
    return hosts.jvm(folder).withJavaHome(jdk.home());
  }

  private static URI token(RecordingServer server) {
    return server.uri().resolve("/token");
  }

  /** The whole header but for what says where the body ends. */
  private static List<Header> unframed(RecordedRequest request) {
    return request.headers().stream()
        .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
        .filter(header -> !header.name().equalsIgnoreCase("Transfer-Encoding"))
        .toList();
  }
}

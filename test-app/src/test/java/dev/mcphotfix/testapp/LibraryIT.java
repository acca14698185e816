package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.library.LibraryHost;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Libraries that the agent does not know refresh a token in their own way on each JDK, without the
 * agent and with it: the hook of the HTTP library below them is enough.
 */
class LibraryIT {

  private static final String CLIENT_ID = "my-static-client";

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Arguments> forgetful() {
    return Stream.of(Library.values())
        .filter(library -> library != Library.SPRING_SECURITY)
        .flatMap(LibraryIT::onEachJdk);
  }

  static Stream<Arguments> authenticated() {
    return onEachJdk(Library.SPRING_SECURITY);
  }

  private static Stream<Arguments> onEachJdk(Library library) {
    return InstalledJdks.find().stream().map(jdk -> Arguments.of(library, jdk));
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("forgetful")
  void healsTheRefreshOfLibraryThatForgetsTheId(Library library, Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      ChildResult with = runsWithoutAndWithAgent(library, jdk, server);
      List<RecordedRequest> requests = server.takeRequests();
      RecordedRequest plain = requests.get(0);
      RecordedRequest patched = requests.get(1);

      assertThat(requests).hasSize(2);
      assertThat(plain.answer()).isEqualTo("400 invalid_request");
      assertThat(patched.answer()).as(with.stderr()).isEqualTo("200");
      assertThat(patched.body()).isEqualTo(plain.body() + "&client_id=" + CLIENT_ID);
      assertThat(unframed(patched)).isEqualTo(unframed(plain));
      assertThat(with.stderr())
          .containsOnlyOnce("added client_id")
          .containsPattern("added client_id .*hook=" + library.hook() + " ");
    }
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("authenticated")
  void leavesTheRefreshOfLibraryThatAuthenticatesAlone(Library library, Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      ChildResult with = runsWithoutAndWithAgent(library, jdk, server);
      List<RecordedRequest> requests = server.takeRequests();

      assertThat(requests).hasSize(2);
      assertThat(requests.get(1)).isEqualTo(requests.get(0));
      assertThat(with.stderr()).containsPattern("left alone .*hook=" + library.hook() + " ");
    }
  }

  /** What the child JVM with the agent left behind. */
  private ChildResult runsWithoutAndWithAgent(Library library, Jdk jdk, RecordingServer server)
      throws Exception {
    URI token = server.uri().resolve("/token");
    ChildJvm host = host(library, jdk, token);
    String options = "clientId=" + CLIENT_ID + ",tokenEndpoint=" + token + ",logLevel=debug";
    ChildResult without = host.run();
    ChildResult with = host.withAgent(BuiltJars.agent(), options).run();
    assertThat(without.exitCode()).as(without.stderr()).isZero();
    assertThat(with.exitCode()).as(with.stderr()).isZero();
    return with;
  }

  private ChildJvm host(Library library, Jdk jdk, URI token) throws Exception {
    List<Path> classPath = new ArrayList<>(library.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    return ChildJvm.of(folder, LibraryHost.class.getName(), library.name(), token.toString())
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withClassPath(classPath);
  }

  /** The whole header but for what says where the body ends. */
  private static List<Header> unframed(RecordedRequest request) {
    return request.headers().stream()
        .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
        .filter(header -> !header.name().equalsIgnoreCase("Transfer-Encoding"))
        .toList();
  }
}

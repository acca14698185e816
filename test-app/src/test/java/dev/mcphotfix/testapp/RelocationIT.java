package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.stack.StackHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host that has moved the packages of its HTTP library, as plugins and fat jars do. */
class RelocationIT {

  private static final String MOVED_BELOW = "com.acme.shaded";

  private static LoopbackCertificate certificate;
  private static Path library;

  @TempDir private Path folder;

  @BeforeAll
  static void moveLibrary(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
    library = shared.resolve("moved.jar");
    List<Path> classPath = new ArrayList<>(Stack.OKHTTP_5.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    String client = Stack.OKHTTP_5.clientClass();
    new MovedLibrary(MOVED_BELOW, List.of("okhttp3.", "okio.", "kotlin.", client))
        .write(classPath, library);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isHealedWhereItsPackageIsNamed(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult without = host(jdk, server).run();
      List<RecordedRequest> plain = server.takeRequests();

      ChildResult with = withAgent(jdk, server, "\"relocated\": [\"" + MOVED_BELOW + "\"], ");

      List<RecordedRequest> patched = server.takeRequests();
      assertThat(with.stderr())
          .contains("hook woven")
          .contains("class=" + MOVED_BELOW + ".okhttp3.internal.http.BridgeInterceptor");
      Arrivals.compare(plain, patched, Stack.OKHTTP_5);
      new Answers(Stack.OKHTTP_5, patched).check(without, with);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#newest")
  void isLeftAloneWhereItIsNot(Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildResult without = host(jdk, server).run();
      List<RecordedRequest> plain = server.takeRequests();

      ChildResult with = withAgent(jdk, server, "");

      assertThat(server.takeRequests()).isEqualTo(plain).isNotEmpty();
      assertThat(with.stdout()).isEqualTo(without.stdout());
      assertThat(with.stderr()).doesNotContain("hook woven");
    }
  }

  private ChildResult withAgent(Jdk jdk, RecordingServer server, String more) throws Exception {
    Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(server, more));
    return host(jdk, server).withAgent(BuiltJars.agent(), "mcp-hotfix.json").run();
  }

  private ChildJvm host(Jdk jdk, RecordingServer server) {
    return ChildJvm.of(
            folder,
            StackHost.class.getName(),
            MOVED_BELOW + "." + Stack.OKHTTP_5.clientClass(),
            server.uri().toString())
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withClassPath(List.of(library, BuiltJars.classes()));
  }
}

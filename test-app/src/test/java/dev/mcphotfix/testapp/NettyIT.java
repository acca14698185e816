package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.reactor.netty.CodecHost;
import dev.mcphotfix.testapp.reactor.netty.FrameHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Netty's client codecs on their own, in versions that differ in who releases a message: what is
 * sent and received without the agent and with it.
 */
class NettyIT {

  private static final String OPTIONS = "clientId=mine,logLevel=debug,tokenEndpoint=";

  @TempDir private Path folder;

  @Test
  void healsRefreshesAndNothingElse() throws Exception {
    List<String> libraries = List.of("netty-4.1.60", "reactor-netty-1.2", "reactor-netty-1.3");
    ChildResult without = withoutAgent(CodecHost.class, libraries);
    List<String> expected = without.outputLines().stream().map(NettyIT::healed).toList();

    for (Jdk jdk : InstalledJdks.thorough()) {
      ChildResult with =
          host(CodecHost.class, libraries, jdk)
              .withAgent(BuiltJars.agent(), OPTIONS + "http://idp.example.com/token")
              .run();

      check(with, expected);
      String each = "200 200 200 200 400 400 200 400 200 200 200 201";
      assertThat(String.join(" ", statuses(with)))
          .isEqualTo(String.join(" ", Collections.nCopies(libraries.size(), each)));
    }
  }

  /** Of a stream that is given up before its body is whole, nothing is sent with the agent. */
  @Test
  void healsRefreshesOverHttp2AndNothingElse() throws Exception {
    List<String> libraries = List.of("reactor-netty-1.1", "reactor-netty-1.2", "reactor-netty-1.3");
    ChildResult without = withoutAgent(FrameHost.class, libraries);
    List<String> expected =
        without.outputLines().stream()
            .filter(line -> !line.contains("?abandoned"))
            .map(NettyIT::healedFrames)
            .toList();

    for (Jdk jdk : InstalledJdks.thorough()) {
      ChildResult with =
          host(FrameHost.class, libraries, jdk)
              .withAgent(BuiltJars.agent(), OPTIONS + "https://idp.example.com/token")
              .run();

      check(with, expected);
      String each = "200 200 400 400 400 200 201 200";
      assertThat(String.join(" ", statuses(with)))
          .isEqualTo(String.join(" ", Collections.nCopies(libraries.size(), each)));
    }
  }

  /** The same on every JDK, so that one is enough. */
  private ChildResult withoutAgent(Class<?> main, List<String> libraries) throws Exception {
    ChildResult without = host(main, libraries, InstalledJdks.newest().get(0)).run();
    assertThat(without.exitCode()).as(without.stderr()).isZero();
    return without;
  }

  private static void check(ChildResult with, List<String> expected) {
    assertThat(with.exitCode()).as(with.stderr()).isZero();
    assertThat(with.outputLines()).as(with.stderr()).containsExactlyElementsOf(expected);
    assertThat(with.stderr()).doesNotContain("agent-error");
  }

  private static String healedFrames(String line) {
    return line.contains("?healed-")
        ? line.replace(" end padding", "&client_id=mine end padding")
        : line;
  }

  private static String healed(String line) {
    return line.startsWith("healed-") ? line + "&client_id=mine" : line;
  }

  /** Of the responses to token requests, each of which has one of its own. */
  private static List<String> statuses(ChildResult result) {
    return result.errorLines().stream()
        .filter(line -> line.contains("token response"))
        .map(line -> line.replaceFirst(".* status=(\\d+) .*", "$1"))
        .toList();
  }

  /** All of them in one JVM, each in a class loader of its own. */
  private ChildJvm host(Class<?> host, List<String> libraries, Jdk jdk) throws Exception {
    SharedHosts hosts = new SharedHosts();
    for (String list : libraries) {
      List<String> jars = Files.readAllLines(BuiltJars.stacks().resolve(list));
      hosts.add(host, jars.stream().map(Path::of).toList(), List.of());
    }
    return hosts.jvm(folder).withJavaHome(jdk.home());
  }
}

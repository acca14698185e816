package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.reactor.netty.CodecHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Netty's client codec on its own, in versions that differ in who releases a message: what is sent
 * and received without the agent and with it.
 */
class NettyIT {

  private static final List<String> VERSIONS =
      List.of("netty-4.1.60", "reactor-netty-1.2", "reactor-netty-1.3");

  @TempDir private Path folder;

  static Stream<Arguments> runs() {
    List<Jdk> jdks = InstalledJdks.find();
    return VERSIONS.stream().flatMap(list -> jdks.stream().map(jdk -> Arguments.of(list, jdk)));
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("runs")
  void healsRefreshesAndNothingElse(String libraries, Jdk jdk) throws Exception {
    ChildJvm host = host(libraries, jdk);

    ChildResult without = host.run();
    ChildResult with =
        host.withAgent(
                BuiltJars.agent(),
                "clientId=mine,logLevel=debug,tokenEndpoint=http://idp.example.com/token")
            .run();

    assertThat(without.exitCode()).as(without.stderr()).isZero();
    assertThat(with.exitCode()).as(with.stderr()).isZero();
    assertThat(with.outputLines())
        .as(with.stderr())
        .containsExactlyElementsOf(without.outputLines().stream().map(NettyIT::healed).toList());
    assertThat(with.stderr()).doesNotContain("agent-error");
    assertThat(String.join(" ", statuses(with)))
        .isEqualTo("200 200 200 200 400 400 200 400 200 200 200 201");
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

  private ChildJvm host(String libraries, Jdk jdk) throws Exception {
    List<Path> classPath = new ArrayList<>();
    for (String jar : Files.readAllLines(BuiltJars.stacks().resolve(libraries))) {
      classPath.add(Path.of(jar));
    }
    classPath.add(Path.of(CodecHost.class.getResource("/").toURI()));
    return ChildJvm.of(folder, CodecHost.class.getName())
        .withJavaHome(jdk.home())
        .withClassPath(classPath);
  }
}

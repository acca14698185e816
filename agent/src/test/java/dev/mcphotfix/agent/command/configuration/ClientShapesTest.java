package dev.mcphotfix.agent.command.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of clients, a folder for each kind: one as people have reported it, and others beside it.
 * The comment at the beginning says what is right: each server with its id, its url and, if it says
 * one, its token endpoint; or what is said where there is none.
 */
class ClientShapesTest {

  private static final Path FILES = Path.of("src", "test", "resources", "clients");

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatTheCommentSays(Path file) throws Exception {
    List<String> right = comment(file);

    HotfixConfiguration read = ConfigurationArgument.read("mcpConfig=" + FILES.resolve(file));

    if (read.servers().isEmpty()) {
      assertThat(read.warnings()).singleElement().asString().contains(right);
    } else {
      assertThat(read.servers().stream().map(server -> line(server.client())))
          .containsExactlyElementsOf(right);
      assertThat(read.warnings()).isEmpty();
    }
  }

  @Test
  void hasThreeFilesOfEachKind() throws IOException {
    assertThat(files().collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
        .hasSizeGreaterThan(8)
        .allSatisfy((kind, count) -> assertThat(count).as(kind.toString()).isGreaterThan(2));
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FILES)) {
      return files.filter(Files::isRegularFile).map(FILES::relativize).sorted().toList().stream();
    }
  }

  private static List<String> comment(Path file) {
    try (Stream<String> lines = Files.lines(FILES.resolve(file))) {
      return lines
          .takeWhile(line -> line.startsWith("//") || line.startsWith("#"))
          .map(line -> line.replaceFirst("(//|#) ", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(StaticClient client) {
    return Stream.of(
            client.serverName(), client.clientId(), client.serverUrl(), client.tokenEndpoint())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}

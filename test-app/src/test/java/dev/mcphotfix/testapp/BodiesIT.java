package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that come late, lie about their length, are not closed, break off or never end, over each
 * HTTP library: with the agent each ends as without it, within the same time, but for the id that
 * is in those that are whole, and for their length. Where the endpoint is not configured, or the
 * grant is another one, nothing changes.
 */
@Order(2) // Nearly as long as the longest.
class BodiesIT {

  /** Those of the usual verification; the others with {@code -Pthorough}, or asked for by name. */
  private static final Set<String> USUAL = Set.of("jdk", "url-connection");

  @TempDir private Path folder;

  static Stream<String> groups() {
    boolean all = InstalledJdks.isThorough() || !System.getProperty("it.stacks", "").isEmpty();
    return BodyClient.groups()
        .filter(group -> all || USUAL.contains(group))
        .filter(group -> !BodyClient.of(group, InstalledJdks.newest().get(0)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void endAsWithoutTheAgentButForTheId(String group) throws Exception {
    Jdk newest = InstalledJdks.newest().get(0);
    BodiesRun onNewest = BodiesRun.of(BodyClient.of(group, newest), newest, folder, false);
    for (Jdk jdk : InstalledJdks.thorough()) {
      List<BodyClient> clients = BodyClient.of(group, jdk);
      if (clients.isEmpty()) {
        continue; // They need a newer one.
      }
      BodiesRun without = jdk.equals(newest) ? onNewest : without(onNewest, clients, jdk);
      BodiesRun with = BodiesRun.of(clients, jdk, folder, true);
      SoftAssertions.assertSoftly(
          softly -> clients.forEach(client -> check(client, without.of(client), with, softly)));
    }
  }

  /** What a library does without the agent is taken from the newest, unless the JVM does it. */
  private BodiesRun without(BodiesRun onNewest, List<BodyClient> clients, Jdk jdk)
      throws Exception {
    List<BodyClient> ofTheJvm = clients.stream().filter(BodyClient::ofTheJvm).toList();
    return ofTheJvm.isEmpty() ? onNewest : onNewest.and(BodiesRun.of(ofTheJvm, jdk, folder, false));
  }

  private static void check(
      BodyClient client, List<String> without, BodiesRun with, SoftAssertions softly) {
    softly
        .assertThat(without)
        .filteredOn(BodiesIT::isAtOnce)
        .isNotEmpty()
        .allMatch(BodiesIT::isAnswered);
    ExpectedBodies expected = ExpectedBodies.of(client);
    List<String> lines = with.of(client).stream().map(expected::compared).toList();
    softly
        .assertThat(lines)
        .as("%s, %s", client.name(), with.log())
        .isEqualTo(without.stream().map(line -> expected.with(line, lines)).toList());
  }

  private static boolean isAtOnce(String line) {
    return line.contains(" at-once ");
  }

  private static boolean isAnswered(String line) {
    return line.contains("grant_type=");
  }
}

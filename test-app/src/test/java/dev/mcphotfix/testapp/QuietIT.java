package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.stack.JvmClientsHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a client prints with the agent is what it printed before, and the agent's own lines: the JVM
 * has nothing to say about it, however it is started. A line that the agent prints without being
 * asked is looked for by {@link LaunchIT}, in a client that has nothing to do with MCP.
 */
class QuietIT {

  /** The option that turns what the JVM warns of from JDK 24 on into an error. */
  private static final String DENY = "--sun-misc-unsafe-memory-access=deny";

  private static final int KNOWS_DENY = 24;

  /**
   * The default, and so not the archive of these tests, beside which the JVM is told to be quiet.
   */
  private static final String OWN_SHARING = "-Xshare:auto";

  @TempDir private Path folder;

  /** How a client is started. */
  record Start(Jdk jdk, List<String> jvmArguments) {
    @Override
    public String toString() {
      return "JDK " + jdk.feature() + " " + String.join(" ", jvmArguments);
    }
  }

  static Stream<Start> starts() {
    return InstalledJdks.isThorough()
        ? InstalledJdks.find().stream().flatMap(QuietIT::all)
        : InstalledJdks.newest().stream().map(QuietIT::strict);
  }

  static Stream<Start> thorough() {
    return starts().filter(start -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void printsNothingWhereTheLogIsAFile(Start start) throws Exception {
    try (StrictEndpoint endpoint = StrictEndpoint.start()) {
      Path log = folder.resolve("decisions.log");

      ChildResult client =
          client(start, endpoint).withAgent(BuiltJars.agent(), file(endpoint, log)).run();

      assertThat(client.stderr()).isEmpty();
      assertThat(client.outputLines()).containsExactly("200", "200");
      assertThat(log).content().contains("hook=jdk ").contains("hook=url-connection ");
    }
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void printsNothingButItsOwnLinesWhereTheLogIsTheStandardError(Start start) throws Exception {
    try (StrictEndpoint endpoint = StrictEndpoint.start()) {
      ChildResult client =
          client(start, endpoint).withAgent(BuiltJars.agent(), endpoint.options()).run();

      assertThat(client.outputLines()).containsExactly("200", "200");
      assertThat(client.errorLines())
          .isNotEmpty()
          .allMatch(line -> line.startsWith("mcp-hotfix INFO  "));
    }
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void printsNothingWhereNothingIsSent(Start start) throws Exception {
    try (StrictEndpoint endpoint = StrictEndpoint.start()) {
      Path log = folder.resolve("decisions.log");
      ChildJvm hello = child(start, HelloHost.class.getName());

      for (String options : List.of(endpoint.options(), file(endpoint, log))) {
        ChildResult client = hello.withAgent(BuiltJars.agent(), options).run();

        assertThat(client.stderr()).isEmpty();
        assertThat(client.outputLines()).containsExactly("hello");
      }
    }
  }

  private static Stream<Start> all(Jdk jdk) {
    Stream<Start> anywhere =
        Stream.of(new Start(jdk, List.of()), new Start(jdk, List.of("-Xshare:off")));
    return jdk.feature() < KNOWS_DENY ? anywhere : Stream.concat(anywhere, Stream.of(strict(jdk)));
  }

  /** The start of which a JVM has most to say. */
  private static Start strict(Jdk jdk) {
    return new Start(jdk, jdk.feature() < KNOWS_DENY ? List.of() : List.of(DENY));
  }

  private ChildJvm client(Start start, StrictEndpoint endpoint) {
    return child(start, JvmClientsHost.class.getName(), endpoint.uri().toString());
  }

  private ChildJvm child(Start start, String... arguments) {
    return ChildJvm.of(folder, arguments)
        .withJavaHome(start.jdk().home())
        .withQuickStart()
        .withJvmArgument(OWN_SHARING)
        .withJvmArguments(start.jvmArguments());
  }

  private String file(StrictEndpoint endpoint, Path log) throws Exception {
    Path file = folder.resolve("mcp-hotfix.json");
    Files.writeString(
        file,
        """
        { "mcpServers": { "s": { "url": "https://mcp.example.com/mcp",
            "oauth": { "clientId": "%s", "tokenEndpoint": "%s" } } },
          "rules": [ { "method": "com.example.Store#save",
                       "patch": "credential", "target": "arg0" } ] }
        """
            .formatted(StrictEndpoint.CLIENT_ID, endpoint.uri()));
    return file + ",log=file:" + log;
  }
}

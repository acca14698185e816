package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's log through the logging of a host that sets it up late, and by itself. */
class HostLogIT {

  private static final String HOST = "HOST mine INFO ";

  /** Those of the usual verification; the others with {@code -Pthorough}. */
  private static final Set<String> USUAL = Set.of("logback", "log4j");

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** Each logging, and the libraries on the class path; others than its own stay asleep. */
  static Stream<Arguments> loggings() {
    Map<String, String> stacks =
        Map.of(
            "logback", "log-logback",
            "log4j", "log-log4j",
            "log4j-behind-slf4j", "log-slf4j-log4j",
            "jul", "log-logback");
    return jdks()
        .flatMap(
            jdk ->
                stacks.entrySet().stream()
                    .filter(stack -> InstalledJdks.isThorough() || USUAL.contains(stack.getKey()))
                    .map(stack -> Arguments.of(stack.getKey(), stack.getValue(), jdk)));
  }

  @ParameterizedTest
  @MethodSource("loggings")
  void writesAsTheHostHasConfiguredIt(String logging, String stack, Jdk jdk) throws Exception {
    write();

    ChildResult result = run(jdk, logging, stack);

    List<String> lines = Files.readAllLines(folder.resolve("host.log"));
    assertThat(result.outputLines()).startsWith("200", "200", "200", "200", "200");
    // Ours may come first, as soon as the host has its logger and has not used it yet.
    assertThat(lines).containsOnlyOnce(HOST + "host - starts");
    assertThat(lines).allMatch(line -> line.startsWith(HOST));
    List<String> all = told(lines);
    assertThat(requests(all)).startsWith("0001", "0002", "0003");
    assertThat(all).startsWith("self-check ok");
    all.addAll(printed(result));
    assertThat(requests(all)).containsExactly("0001", "0002", "0003", "0004", "0005");
    assertThat(result.stderr()).doesNotContain("using stderr", "rror");
    if (logging.startsWith("log4j")) {
      assertThat(result.outputLines()).endsWith("contexts: 1");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void initialisesNoneWhereTheHostDoesNot(Jdk jdk) throws Exception {
    write();

    ChildResult result = run(jdk, "none", "log-logback");

    assertThat(result.outputLines()).containsExactly("200", "200", "200", "200", "200");
    assertThat(folder.resolve("host.log")).doesNotExist();
    assertThat(Files.readString(folder.resolve("classes.txt")))
        .contains("mcp-oauth-hotfix-agent")
        .doesNotContain("ch.qos.logback", " org.slf4j.", " java.util.logging.ConsoleHandler");
    assertThat(result.stderr()).containsOnlyOnce(" WARN ");
    assertThat(result.errorLines().get(0))
        .isEqualTo("mcp-hotfix WARN  the host has no logging that runs, using stderr");
    assertThat(requests(result.errorLines()))
        .containsExactly("0001", "0002", "0003", "0004", "0005");
  }

  private ChildResult run(Jdk jdk, String logging, String stack) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", HostLogIT::answer);
    server.start();
    try {
      String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
      return ChildJvm.of(folder, LoggingHost.class.getName(), logging, endpoint)
          .withJavaHome(jdk.home())
          .withQuickStart()
          .withLimit(Duration.ofMinutes(1))
          .withClassPath(classPath(stack))
          .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
          .withAgent(BuiltJars.agent(), "log=host,clientId=mine,tokenEndpoint=" + endpoint)
          .run();
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static List<Path> classPath(String stack) throws Exception {
    List<Path> classPath = new ArrayList<>();
    classPath.add(
        Path.of(LoggingHost.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    for (String jar : Files.readAllLines(BuiltJars.stacks().resolve(stack))) {
      classPath.add(Path.of(jar));
    }
    return classPath;
  }

  /** What the host's file has of ours. */
  private static List<String> told(List<String> lines) {
    List<String> told = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(HOST + "mcp-hotfix - ")) {
        told.add(line.substring((HOST + "mcp-hotfix - ").length()));
      }
    }
    return told;
  }

  /** What came when the host had closed its log, since the JVM ended. */
  private static List<String> printed(ChildResult result) {
    return result.errorLines().stream().filter(line -> line.startsWith("mcp-hotfix ")).toList();
  }

  /** The requests of which it is told that the id was added; each once, if told twice in doubt. */
  private static List<String> requests(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("added client_id"))
        .map(line -> line.replaceAll(".* request=(\\d+).*", "$1"))
        .distinct()
        .toList();
  }

  private void write() throws Exception {
    Files.writeString(
        folder.resolve("logback.xml"),
        """
        <configuration>
          <appender name="FILE" class="ch.qos.logback.core.FileAppender">
            <file>host.log</file>
            <encoder><pattern>HOST ${mark} %level %logger - %msg%n</pattern></encoder>
          </appender>
          <root level="INFO"><appender-ref ref="FILE"/></root>
        </configuration>
        """);
    Files.writeString(
        folder.resolve("log4j2.xml"),
        """
        <Configuration>
          <Appenders><File name="FILE" fileName="host.log">
            <PatternLayout pattern="HOST ${sys:mark} %level %logger - %msg%n"/>
          </File></Appenders>
          <Loggers><Root level="INFO"><AppenderRef ref="FILE"/></Root></Loggers>
        </Configuration>
        """);
    Files.writeString(
        folder.resolve("logging.properties"),
        """
        handlers=java.util.logging.FileHandler
        java.util.logging.FileHandler.pattern=host.log
        java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=HOST mine %4$s %3$s - %5$s%n
        """);
  }
}

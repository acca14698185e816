package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a trace beside OpenTelemetry's own agent, with {@code -Pthorough}. */
@EnabledIfSystemProperty(named = "it.thorough", matches = "true")
class OpenTelemetryAgentIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#find")
  void tellsTheSpanThatItMakesOfARequestOfAHostThatKnowsNothingOfIt(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, UnawareHost.class, List.of(), List.of());

    assertThat(events(run, "GET")).isEmpty();
    assertThat(events(run, "POST"))
        .containsExactly("token-request", "token-response", "no-client-id");
    assertThat(run.stderr()).contains("span events      span=io.opentelemetry.sdk.trace.SdkSpan@");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#find")
  void tellsTheSpanThatAHostHasMadeByIt(Jdk jdk) throws Exception {
    ChildResult run =
        run(
            jdk,
            BridgedHost.class,
            paths("opentelemetry"),
            List.of("-Dotel.instrumentation.java-http-client.enabled=false"));

    assertThat(events(run, "POST")).isEmpty();
    assertThat(events(run, "reconnect"))
        .containsExactly("token-request", "token-response", "no-client-id");
  }

  private ChildResult run(Jdk jdk, Class<?> host, List<Path> libraries, List<String> options)
      throws Exception {
    try (TokenServer server = new TokenServer()) {
      List<Path> classPath = new ArrayList<>(libraries);
      classPath.add(Path.of(host.getProtectionDomain().getCodeSource().getLocation().toURI()));
      Files.writeString(folder.resolve("mcp-hotfix.json"), configuration(server.endpoint()));
      ChildResult result =
          ChildJvm.of(folder, host.getName(), server.endpoint(), "r1")
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withClassPath(classPath)
              .withAgent(paths("opentelemetry-agent").get(0), "")
              .withAgent(BuiltJars.agent(), "mcp-hotfix.json")
              .withJvmArgument("-Dotel.traces.exporter=experimental-otlp/stdout")
              .withJvmArgument("-Dotel.metrics.exporter=none")
              .withJvmArgument("-Dotel.logs.exporter=none")
              .withJvmArguments(options)
              .run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      return result;
    }
  }

  /** One hook alone, so that the trace begins when the host has had its first span. */
  private static String configuration(String endpoint) {
    return """
        { "mode": "off", "trace": "on", "witness": "off", "http": ["jdk"],
          "mcpServers": { "s": { "url": "http://127.0.0.1:1/mcp",
            "oauth": { "clientId": "mine", "tokenEndpoint": "%s" } } } }
        """
        .formatted(endpoint);
  }

  private static List<Path> paths(String stack) throws Exception {
    return Files.readAllLines(BuiltJars.stacks().resolve(stack)).stream().map(Path::of).toList();
  }

  /** What the spans of that name were told: steps, and causes. */
  private static List<String> events(ChildResult run, String span) throws Exception {
    List<String> events = new ArrayList<>();
    for (String line : run.outputLines()) {
      if (line.startsWith("{")) {
        for (JsonNode each : JSON.readTree(line).findValues("spans")) {
          each.forEach(made -> addEvents(made, span, events));
        }
      }
    }
    return events;
  }

  private static void addEvents(JsonNode made, String span, List<String> events) {
    if (made.path("name").asText().equals(span)) {
      for (JsonNode attributes : made.findValues("attributes")) {
        attributes.forEach(attribute -> addEvent(attribute, events));
      }
    }
  }

  private static void addEvent(JsonNode attribute, List<String> events) {
    if (attribute.path("key").asText().matches("mcp\\.oauth\\.(step|cause)")) {
      events.add(attribute.path("value").path("stringValue").asText());
    }
  }
}

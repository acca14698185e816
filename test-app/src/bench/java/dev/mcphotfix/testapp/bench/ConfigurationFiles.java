package dev.mcphotfix.testapp.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The agent's files and Byteman's scripts that variants are started with. */
public final class ConfigurationFiles {
  /** The id that the token endpoint asks for. */
  static final String CLIENT_ID = "my-static-client";

  private ConfigurationFiles() {}

  /** The options of one server without any file. */
  static String options(URI endpoint) {
    return "clientId=" + CLIENT_ID + ",url=https://mcp.example.com/mcp,tokenEndpoint=" + endpoint;
  }

  /**
   * A file of the agent's: the last of its servers has this token endpoint.
   *
   * @param woven the class to whose {@code post} the last rule applies; empty for one that is never
   *     loaded
   */
  public static Path write(Path file, URI endpoint, int servers, int rules, String woven)
      throws IOException {
    String texts =
        IntStream.range(0, servers)
            .mapToObj(
                i ->
                    server(
                        i, i == servers - 1 ? endpoint.toString() : "https://idp.example.com/" + i))
            .collect(Collectors.joining(",\n"));
    String ruleTexts =
        IntStream.range(0, rules)
            .mapToObj(
                i -> rule(i, woven.isEmpty() || i < rules - 1 ? "com.acme.Client" + i : woven))
            .collect(Collectors.joining(",\n"));
    return Files.writeString(
        file, "{\n\"mcpServers\": {\n" + texts + "\n},\n\"rules\": [\n" + ruleTexts + "\n]\n}\n");
  }

  /** A rule of Byteman's that puts the id into the form which a method {@code post} is given. */
  static Path writeRule(Path file, String type) throws IOException {
    return Files.writeString(
        file,
        """
        RULE refresh
        CLASS %s
        METHOD post(java.net.URI, java.util.Map)
        AT ENTRY
        IF TRUE
        DO $2.put("client_id", "%s")
        ENDRULE
        """
            .formatted(type, CLIENT_ID));
  }

  /** A rule of Byteman's on the method of the JDK's client that the agent weaves. */
  static Path writeRuleOnJdk(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        RULE send
        CLASS jdk.internal.net.http.HttpClientImpl
        METHOD sendAsync(java.net.http.HttpRequest, java.net.http.HttpResponse$BodyHandler, java.net.http.HttpResponse$PushPromiseHandler, java.util.concurrent.Executor)
        AT ENTRY
        IF $1.method().equals("POST")
        DO System.setProperty("bench.rule", "met")
        ENDRULE
        """);
  }

  private static String server(int number, String endpoint) {
    return """
        "server-%d": { "type": "http", "url": "https://mcp.example.com/%d/mcp",
          "oauth": { "clientId": "%s", "tokenEndpoint": "%s" } }"""
        .formatted(number, number, CLIENT_ID, endpoint);
  }

  private static String rule(int number, String type) {
    return """
        { "name": "rule-%d", "method": "%s#post(java.net.URI,java.util.Map)",
          "patch": "token-request", "target": "arg1", "endpoint": "arg0" }"""
        .formatted(number, type);
  }
}

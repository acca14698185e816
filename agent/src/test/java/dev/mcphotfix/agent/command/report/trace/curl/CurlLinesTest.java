package dev.mcphotfix.agent.command.report.trace.curl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mcphotfix.agent.command.report.trace.TracedLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Token requests of a log as commands, which a shell takes for what they are. */
class CurlLinesTest {

  private static final Path SHELL = Path.of("/bin/sh");

  private static final String REQUEST =
      "mcp-hotfix INFO  trace            conversation=t-1 step=token-request server=example-server"
          + " request=0001 endpoint=https://idp.example.com/token";

  private static final String ANSWER =
      "\nmcp-hotfix INFO  trace            conversation=t-1 step=token-response"
          + " server=example-server request=0001 status=400 error=invalid_request client_id=";

  @Example
  void isARefreshThatTheClientSent() {
    String log =
        REQUEST
            + " grant=refresh_token parameters=grant_type,refresh_token authentication=none"
            + ANSWER
            + "absent";

    assertThat(lines(log))
        .containsExactly(
            "# Whoever runs one of these sends it: a refresh token may be used up by it.",
            "",
            "# t-1, example-server, request 0001: 400 invalid_request",
            "# needs REFRESH_TOKEN",
            "curl --include --globoff \\",
            "  --request POST \\",
            "  --data-urlencode 'grant_type=refresh_token' \\",
            "  --data-urlencode \"refresh_token=${REFRESH_TOKEN?}\" \\",
            "  --url 'https://idp.example.com/token'");
  }

  @Example
  void hasTheIdWhereTheAgentAddedOrFilledIt() {
    String log =
        REQUEST
            + " grant=refresh_token parameters=grant_type,client_id empty=client_id"
            + ANSWER
            + "added";

    assertThat(lines(log))
        .contains("# client_id was added by the agent", "# needs CLIENT_ID")
        .containsOnlyOnce("  --data-urlencode \"client_id=${CLIENT_ID?}\" \\")
        .noneMatch(line -> line.contains("'client_id="));
  }

  @Example
  void hasWhatIsEmptyOrDoubledAsItWasSent() {
    String log =
        REQUEST
            + " grant=authorization_code parameters=grant_type,code,client_id,resource,scope"
            + " empty=client_id doubled=client_id,resource scope=\"mcp tools\""
            + " resource=https://a.example.com/mcp,https://b.example.com/mcp";

    assertThat(lines(log))
        .containsSubsequence(
            "# t-1, example-server, request 0001: no answer",
            "  --data-urlencode 'grant_type=authorization_code' \\",
            "  --data-urlencode \"code=${CODE?}\" \\",
            "  --data-urlencode 'client_id=' \\",
            "  --data-urlencode \"client_id=${CLIENT_ID?}\" \\",
            "  --data-urlencode 'resource=https://a.example.com/mcp' \\",
            "  --data-urlencode 'resource=https://b.example.com/mcp' \\",
            "  --data-urlencode 'scope=mcp tools' \\");
  }

  @Example
  void saysWhoTheClientIsAsItDid() {
    assertThat(lines(REQUEST + " authentication=Basic"))
        .contains(
            "  --user \"${CLIENT_ID?}:${CLIENT_SECRET?}\" \\", "# needs CLIENT_ID, CLIENT_SECRET");
    assertThat(lines(REQUEST + " authentication=DPoP"))
        .contains("  --header \"Authorization: ${AUTHORIZATION?}\" \\");
    assertThat(lines(REQUEST + " authentication=attestation"))
        .contains("  --header \"OAuth-Client-Attestation: ${CLIENT_ATTESTATION?}\" \\");
    assertThat(lines(REQUEST + " authentication=client_secret parameters=client_secret"))
        .contains("  --data-urlencode \"client_secret=${CLIENT_SECRET?}\" \\")
        .noneMatch(line -> line.contains("--user") || line.contains("--header"));
  }

  @Example
  void hasAVariableForWhatTheLogMasksOrDoesNotKnow() {
    String masked =
        REQUEST.replace("/token", "/***/token")
            + " grant=*** parameters=grant_type,scope,username,path,***,redirect_uri scope=***";

    assertThat(lines(masked))
        .contains(
            "# left out: a parameter whose name the log masks",
            "  --data-urlencode \"grant_type=${GRANT_TYPE?}\" \\",
            "  --data-urlencode \"scope=${SCOPE?}\" \\",
            "  --data-urlencode \"username=${OWNER_USERNAME?}\" \\",
            "  --data-urlencode \"path=${FORM_PATH?}\" \\",
            "  --data-urlencode \"redirect_uri=${REDIRECT_URI?}\" \\",
            "  --url \"${TOKEN_ENDPOINT?}\"");
  }

  @Example
  void sendsToNothingButTheWeb() {
    assertThat(lines(REQUEST.replace("https://idp.example.com/token", "file:///etc/passwd")))
        .contains("  --url \"${TOKEN_ENDPOINT?}\"");
  }

  @Example
  void saysThatThereIsNone() {
    assertThat(lines(TracedLogs.TEXT.lines().toList().get(5)))
        .containsExactly("# There is no token request in the log.");
  }

  /** A stand-in for curl prints its arguments; whatever else runs would leave a file. */
  @Property(tries = 40)
  void isNothingButOneCommandWhateverALogSays(@ForAll("hostile") String value)
      throws IOException, InterruptedException {
    assumeThat(SHELL).exists();
    Path folder = Files.createTempDirectory("curl");
    try {
      Path script =
          Files.writeString(
              folder.resolve("script"),
              "curl() { printf '%s\\n' \"$@\"; }\n" + String.join("\n", lines(hostile(value))));

      assertThat(run(folder, "-n", script.toString())).isEmpty();
      assertThat(run(folder, "-u", script.toString()).lines())
          .startsWith("--include", "--globoff", "--request", "POST")
          .contains("scope=" + value)
          .endsWith("--url", "https://idp.example.com/" + value)
          .allMatch(line -> line.startsWith("--") || line.contains(value) || line.equals("POST"));
      assertThat(folder.toFile().list()).containsExactly("script");
    } finally {
      for (String name : folder.toFile().list()) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "'",
            "\"",
            "`touch pwned`",
            "$(touch pwned)",
            ";touch pwned;",
            "\\",
            "'\\''",
            "$HOME",
            "!!",
            " ",
            "#",
            "&touch pwned&",
            "|touch pwned",
            ">pwned",
            "*",
            "~",
            "{a,b}",
            "x");
    return pieces
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(list -> "a" + String.join("", list) + "z")
        .filter(value -> !value.contains("***"));
  }

  private static String hostile(String value) {
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return TracedLogs.json(
            "trace",
            """
            "step":"token-request","request":"%1$s","endpoint":"https://idp.example.com/%1$s",\
            "parameters":"scope","scope":"%1$s","authentication":"none"\
            """
                .formatted(json),
            "a")
        .replace("example-server", json)
        .replace("t-1", json);
  }

  /** A name in a variable's quotation marks is encoded. */
  @Example
  void letsNoNameOfAParameterOutOfItsQuotationMarks() {
    assertThat(lines(REQUEST + " parameters=\"a$(x)`y`\\\"'@/etc/passwd\""))
        .contains(
            "  --data-urlencode"
                + " \"a%24%28x%29%60y%60%22%27%40%2Fetc%2Fpasswd=${FORM_A_X_Y_ETC_PASSWD?}\" \\");
  }

  @Example
  void letsNoRemarkGoOnInTheNextLine() {
    String log = TracedLogs.json("trace", "\"step\":\"token-request\"", "a");

    assertThat(lines(log.replace("example-server", "x\\ntouch pwned")))
        .contains("# t-1, x?touch pwned: no answer");
  }

  @Example
  void sendsNothingWhileAVariableIsNotSet() throws IOException, InterruptedException {
    assumeThat(SHELL).exists();
    Path script = Files.createTempFile("curl", ".sh");
    try {
      String request = REQUEST + " parameters=grant_type,refresh_token grant=refresh_token";
      String commands = "curl() { echo sent; }\n" + String.join("\n", lines(request));
      Files.writeString(script, "REFRESH_TOKEN=r\n" + commands);
      assertThat(run(script.getParent(), "-u", script.toString())).isEqualTo("sent\n");

      Files.writeString(script, "unset REFRESH_TOKEN\n(" + commands + "\n)\ntrue");
      assertThat(run(script.getParent(), "-u", script.toString()))
          .contains("REFRESH_TOKEN")
          .doesNotContain("sent");
    } finally {
      Files.delete(script);
    }
  }

  private static String run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(SHELL.toString(), arguments[0], arguments[1])
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    return output;
  }

  private static List<String> lines(String log) {
    return CurlLines.of(TracedLogs.read(log));
  }
}

package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileErrorTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void start() {
    operator = new Operator(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mode: observe              | YAML
          <mode>off</mode>           | XML
          """)
  void namesTheFormatOfAFileThatIsNoJson(String text, String format) {
    assertThat(operator.problemsOfFile(text))
        .containsExactly(
            "mcp-hotfix.json:1: this is "
                + format
                + "; expected JSON, as {\"mcpServers\": {\"NAME\": {\"url\": \"URL\", \"oauth\":"
                + " {\"clientId\": \"ID\"}}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[mcp_servers.slack]", "model = \"x\"", "# of Codex\na.b = 1"})
  void saysWhatToGiveTheAgentInsteadOfToml(String text) {
    assertThat(operator.problemsOfFile(text))
        .singleElement()
        .asString()
        .endsWith(
            ": this is TOML, which the agent does not read; the command check"
                + " mcpConfig=mcp-hotfix.json prints the JSON to give it instead");
  }

  @Test
  void knowsTomlByItsNameToo() {
    operator.file("config.toml", "'a' = 1");

    assertThat(operator.problems("mcpConfig=" + operator.path("config.toml")))
        .singleElement()
        .asString()
        .contains("config.toml:1: this is TOML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\Users\\a.log", "C:\\users\\a.log"})
  void saysHowABackslashIsWritten(String path) {
    assertThat(operator.problemsOfFile("{", " \"log\": \"file:" + path + "\" }"))
        .containsExactly(
            "mcp-hotfix.json:2: not valid JSON; write a backslash as \\\\, as in \"C:\\\\Users\"");
  }

  @Test
  void saysSoWhereABackslashHasMadeAnotherCharacter() {
    assertThat(operator.problemsOfFile("{ \"mcpConfig\": \"C:\\temp\\new.json\" }"))
        .singleElement()
        .asString()
        .endsWith("; in JSON write a backslash as \\\\");
    assertThat(operator.problemsOfFile("{ \"mcpConfig\": \"C:/temp/a.json\" }"))
        .singleElement()
        .asString()
        .endsWith("correct the path or create it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"Mode": "off"}           | Mode: unknown key; did you mean "mode"?
          {"mode": "enfroce"}       | mode: unknown value "enfroce"; did you mean "enforce"? expected one of enforce, observe, off
          {"mode": "dry"}           | mode: unknown value "dry"; expected one of enforce, observe, off
          {"mode": 1}               | mode: expected a string, found a number
          {"mode": null}            | mode: expected a string, found null
          {"mode": "off", "mode": "off"} | mode: given twice
          {"logLevel": "trace"}     | logLevel: unknown value "trace"; expected one of debug, info, warn
          {"discovery": true}       | discovery: expected a string, found true or false
          {"discovery": "of"}       | discovery: unknown value "of"; did you mean "off"? expected one of on-demand, off
          {"log": "hosts"}          | log: expected stderr, host, file:PATH or json:PATH, found "hosts"
          {"log": "stdout"}         | log: expected stderr, host, file:PATH or json:PATH, found "stdout"
          {"log": "file:"}          | log: expected stderr, host, file:PATH or json:PATH, found "file:"
          {"grants": "x"}           | grants: expected an array, found a string
          {"grants": ["refresh"]}   | grants[0]: unknown value "refresh"; expected one of refresh_token, authorization_code, urn:ietf:params:oauth:grant-type:device_code
          {"http": ["jdk", "jkd"]}  | http[1]: unknown value "jkd"; expected one of jdk, url-connection
          {"http": [{}]}            | http[0]: expected a string, found an object
          {"mcpConfig": {}}         | mcpConfig: expected a string, found an object
          {"mcpServers": []}        | mcpServers: expected an object, found an array
          {"mcpServers": {"a": 1}}  | mcpServers.a: expected an object, found a number
          {"rules": {}}             | rules: expected an array, found an object
          """)
  void namesTheKeyAndWhatWasExpected(String json, String problem) {
    assertThat(operator.problemsOfFile(json)).containsExactly("mcp-hotfix.json:1: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "clientID": "mine"                        | .clientID: unknown key; did you mean "clientId"?
          "clientId": ""                            | .clientId: blank; give the id that was registered with the authorization server
          "clientId": " mine"                       | .clientId: begins or ends with a space
          "clientId": 5                             | .clientId: expected a string, found a number
          "clientId": "${ABSENT}"                   | .clientId: the environment variable "ABSENT" is not set
          "clientId": "${ABSENT"                    | .clientId: a "${" without its "}"
          "clientId": "mine", "tokenEndpoint": "/t" | .tokenEndpoint: expected an absolute http or https url
          "clientId": "mine", "issuer": "idp"       | .issuer: expected an absolute http or https url
          "clientId": "mine", "clientSecret": "hush" | .clientSecret: not a key of this file; the agent never needs a secret, remove it
          "scopes": "a"                             | .clientId: missing; give it here or in a file that mcpConfig names
          """)
  void namesTheKeyOfAServer(String oauth, String problem) {
    assertThat(
            operator.problemsOfFile(
                "{\"mcpServers\": {\"example-server\": {\"url\": \"https://mcp.example.com\",",
                "\"oauth\": {" + oauth + "}}}}"))
        .singleElement()
        .asString()
        .matches("mcp-hotfix.json:[12]: .*")
        .endsWith(": mcpServers.example-server.oauth" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "url": "ftp://mcp.example.com", | .url: expected an absolute http or https url
          "url": "https://a b",           | .url: expected an absolute http or https url
          "type": "stdio",                | .type: a stdio server has no OAuth client; leave it out
          "command": "npx",               | .command: unknown key; expected one of type, url, headers, oauth
          "headers": {"a": 1},            | .headers.a: expected a string, found a number
          ``                              | .oauth.clientId: says for which server neither by url nor by tokenEndpoint; give one
          """)
  void namesTheKeyBesideOauth(String member, String problem) {
    assertThat(
            operator.problemsOfFile(
                "{\"mcpServers\": {\"a\": {" + member + "\"oauth\": {\"clientId\": \"mine\"}}}}"))
        .containsExactly("mcp-hotfix.json:1: mcpServers.a" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "patch": "credential", "target": "arg0"                       | rules[0]: no "method"; expected class#method
          "method": "a.B#c", "target": "arg0"                           | rules[0]: no "patch"; expected credential or token-request
          "method": "a.B#c", "patch": "credential"                      | rules[0]: no "target"; expected argN, return or this.FIELD
          "method": "save", "patch": "credential", "target": "arg0"     | rules[0].method: expected class#method, found no "#"
          "method": "a.B#c", "patch": "credentials", "target": "arg0"   | rules[0].patch: unknown value "credentials"; did you mean "credential"? expected one of credential, token-request
          "method": "a.B#c", "patch": "credential", "target": "arg"     | rules[0].target: expected argN (arg0 is the first argument), return or this.FIELD, found "arg"
          "method": "a.B#c", "patch": "credential", "target": "this."   | rules[0].target: expected argN (arg0 is the first argument), return or this.FIELD, found "this."
          "method": "a.B#c", "patch": "credential", "target": "arg0", "server": "exmple" | rules[0].server: no configured server "exmple"; did you mean "example"? expected one of example, argN, record
          "method": "a.B#c", "patch": "credential", "target": "arg0", "endpoint": "arg1" | rules[0].endpoint: only for "patch": "token-request"; remove it
          "method": "a.B#c", "patch": "token-request", "target": "arg0", "endpoint": "url" | rules[0].endpoint: expected argN (arg0 is the first argument), found "url"
          "method": "a.B#c", "patch": "credential", "target": "arg0", "property": "a." | rules[0].property: expected a name, or names with dots between them
          "method": "a.B#c", "patch": "credential", "target": "arg0", "property": "a..b" | rules[0].property: expected a name, or names with dots between them
          "method": "a.B#c", "patch": "credential", "target": "arg0", "property": " " | rules[0].property: expected a name, or names with dots between them
          "method": "a.B#c", "patch": "token-request", "target": "arg0", "property": "a.b" | rules[0].property: expected a name without dots
          "method": "a.B#c", "patch": "credential", "target": "arg0", "name": " " | rules[0]: a blank "name"; give one or leave it out
          "method": "a.B#c", "patch": "credential", "target": "arg0", "servers": "a" | rules[0].servers: unknown key; did you mean "server"?
          """)
  void namesTheKeyOfARule(String rule, String problem) {
    assertThat(
            operator.problemsOfFile(
                "{\"mcpServers\": {\"example\": {\"url\": \"https://mcp.example.com\",",
                "  \"oauth\": {\"clientId\": \"mine\"}}},",
                "\"rules\": [{" + rule + "}]}"))
        .containsExactly("mcp-hotfix.json:3: " + problem);
  }

  @Test
  void refusesTwoRulesForOneTarget() {
    String rule = "{\"method\": \"a.B#c\", \"patch\": \"credential\", \"target\": \"arg0\"}";

    assertThat(operator.problemsOfFile("{\"rules\": [", rule + ",", rule + "]}"))
        .containsExactly(
            "mcp-hotfix.json:3: rules[1]: the same method and target as the rule at"
                + " mcp-hotfix.json:2");
  }

  @Test
  void allowsTwoRulesForTwoTargetsOfOneMethod() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{\"rules\": [",
            "{\"method\": \"a.B#c\", \"patch\": \"credential\", \"target\": \"arg0\"},",
            "{\"method\": \"a.B#c\", \"patch\": \"credential\", \"target\": \"return\"}]}");

    assertThat(configuration.rules()).hasSize(2);
  }

  @Test
  void doesNotBlameARuleForItsWrongServer() {
    assertThat(
            operator.problemsOfFile(
                "{\"mcpServers\": {\"a\": {\"oauth\": {\"clientId\": \"\"}}},",
                "\"rules\": [{\"method\": \"a.B#c\", \"patch\": \"credential\",",
                "  \"target\": \"arg0\", \"server\": \"a\"}]}"))
        .singleElement()
        .asString()
        .contains("blank");
  }

  @Test
  void reportsAllProblemsUpToTen() {
    InvalidConfigurationException thrown =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () ->
                operator.startsWithFile(
                    "{\"mode\":\"off\",\"a1\":1,\"a2\":1,\"a3\":1,\"a4\":1,\"a5\":1,\"a6\":1,\"a7\":1,\"a8\":1,",
                    "\"a9\":1,\"b1\":1,\"b2\":1}"));

    assertThat(thrown.problems()).hasSize(10);
    assertThat(thrown).message().endsWith("(and 9 more)");
  }

  @Test
  void pointsAtTheLineOfMalformedJsonAndDoesNotRepeatIt() {
    assertThat(operator.problemsOfFile("{", "  \"mode\": \"off\"", "  hush", "}"))
        .containsExactly(
            "mcp-hotfix.json:3: not valid JSON; look for a missing or extra comma, quote or"
                + " bracket here or above");
  }

  @Test
  void writesAKeyThatCouldForgeALineAsOneLine() {
    assertThat(operator.problemsOfFile("{\"a\\nmcp-hotfix INFO  b\\u001b[2J\\u2028\\u202e\": 1}"))
        .singleElement()
        .asString()
        .startsWith("mcp-hotfix.json:1: a?mcp-hotfix INFO  b?[2J??: unknown key; expected one of");
  }

  @Test
  void boundsAKey() {
    assertThat(operator.problemsOfFile("{\"" + "k".repeat(5000) + "\": 1}"))
        .singleElement()
        .asString()
        .hasSizeLessThan(1100);
  }

  @Test
  void refusesTextAfterTheObject() {
    assertThat(operator.problemsOfFile("{}", "{}"))
        .containsExactly("mcp-hotfix.json:2: text after the JSON object");
  }

  @Test
  void refusesAnArrayAtTheTop() {
    assertThat(operator.problemsOfFile("[]"))
        .containsExactly("mcp-hotfix.json:1: expected a JSON object, found something else");
  }

  @Test
  void refusesAFileOfNothingButComments() {
    assertThat(operator.problemsOfFile("// later"))
        .containsExactly("mcp-hotfix.json: holds no JSON; expected a JSON object");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(operator.problemsOfFile(""))
        .containsExactly("mcp-hotfix.json: empty; expected a JSON object");
  }

  @Test
  void saysWhereItLookedForAMissingFile() {
    String missing = new java.io.File("no-such-hotfix.json").getAbsolutePath();

    assertThat(operator.problems("no-such-hotfix.json"))
        .containsExactly(
            "no-such-hotfix.json: no such file that this user can see; looked for it at "
                + missing
                + ", correct the path or create it");
  }

  @Test
  void namesEachServerOnceThoughTwoPlacesKnowIt() {
    String json =
        """
        { "mcpServers": { "one": { "url": "https://a.example.com", "oauth": { "clientId": "c" } } },
          "rules": [ { "method": "a.B#c", "patch": "credential", "target": "arg0",
                       "server": "nothing like it" } ] }
        """;

    assertThat(operator.problemsOfFile(json))
        .singleElement()
        .asString()
        .containsOnlyOnce("one,")
        .endsWith("expected one of one, argN, record");
  }

  @Test
  void refusesADirectory() {
    assertThat(operator.problems(folder.toString()))
        .containsExactly(folder + ": a directory; name the file in it");
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    String json = "\ufeff{\"mode\": \"of\"}";
    Files.write(folder.resolve("mcp-hotfix.json"), json.getBytes(StandardCharsets.UTF_8));

    assertThat(operator.problems(operator.path("mcp-hotfix.json")))
        .singleElement()
        .asString()
        .startsWith("mcp-hotfix.json:1: mode: unknown value \"of\"");
  }

  @Test
  void refusesUtf16() throws IOException {
    Files.write(folder.resolve("mcp-hotfix.json"), "\ufeff{}".getBytes(StandardCharsets.UTF_16LE));

    assertThat(operator.problems(operator.path("mcp-hotfix.json")))
        .containsExactly("mcp-hotfix.json:1: UTF-16, by its byte order mark; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void refusesUtf16WithoutAMark(String charset) throws IOException {
    Files.write(folder.resolve("mcp-hotfix.json"), "{\"mode\": \"off\"}".getBytes(charset));

    assertThat(operator.problems(operator.path("mcp-hotfix.json")))
        .containsExactly("mcp-hotfix.json:1: UTF-16, or no text; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mcpServers\": {\"a\": {\"command\": \"npx\"}}, \"theme\": \"dark\"}",
        "{\"theme\": \"dark\", \"projects\": {}, \"numStartups\": 3, \"autoUpdates\": true}"
      })
  void takesAFileOfTheClientsOwnForWhatItIs(String json) {
    assertThat(operator.problemsOfFile(json))
        .containsExactly(
            "mcp-hotfix.json: looks like a file of the client's own; give it as"
                + " mcpConfig=mcp-hotfix.json");
  }

  @Test
  void takesAFileWithAKeyOfOursForOurs() {
    assertThat(operator.problemsOfFile("{\"theme\": 1, \"mode\": \"off\", \"dark\": 2}"))
        .hasSize(2)
        .allMatch(problem -> problem.contains("unknown key"));
  }

  @Test
  void refusesAFileOfMoreThanEightMebibytes() throws IOException {
    Files.write(folder.resolve("mcp-hotfix.json"), new byte[(8 << 20) + 1]);

    assertThat(operator.problems(operator.path("mcp-hotfix.json")))
        .containsExactly("mcp-hotfix.json: larger than 8 MiB; is this the right file?");
  }

  @Test
  void refusesABlankFileName() {
    assertThat(operator.problems("config="))
        .containsExactly("the name of a configuration file is blank");
  }
}

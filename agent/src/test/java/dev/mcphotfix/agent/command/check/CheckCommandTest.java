package dev.mcphotfix.agent.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.ApplicationFiles;
import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

  private static final String SERVER =
      """
      "mcpServers": { "example-server": { "url": "https://mcp.example.com/mcp",
        "oauth": { "clientId": "my-static-client" } } }\
      """;

  @TempDir private Path folder;

  @Test
  void showsEachValueWithItsOrigin() throws IOException {
    CommandRun run = check("{ \"mode\": \"enforce\", " + SERVER + "}");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("ok       mode=enforce (" + folder.resolve("my conf.json") + ":1)")
        .contains("server example-server=clientId:my-static-client")
        .doesNotContain("Built-in hooks", "(default)");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void showsWhatNobodyHasSetWhereThatIsAskedFor() {
    String arguments = "clientId=mine,url=https://mcp.example.com/mcp";

    for (String asked : new String[] {"-v", "--verbose", "--json"}) {
      assertThat(CommandRun.of("check", asked, arguments).output())
          .contains("logLevel=info (default)");
    }
  }

  @Test
  void countsInTheEnd() throws IOException {
    assertThat(CommandRun.of("check", "clientId=mine,url=https://mcp.example.com/mcp").output())
        .endsWith("\n1 server, 0 rules, 0 problems\n");
    assertThat(check("{ \"mode\": \"enforce\" }").output())
        .endsWith("\n0 servers, 0 rules, 1 problem\n");
    assertThat(check("{ \"Mode\": \"off\",\n \"http\": [\"okhtp\"] }").output())
        .endsWith("\n2 problems\n");
  }

  @Test
  void saysThatRulesWereNotLookedFor() throws IOException {
    String rule =
        "\"rules\": [ { \"name\": \"save\", \"method\": \"com.acme.Store#save\","
            + " \"patch\": \"credential\", \"target\": \"arg0\" } ], ";

    assertThat(check("{ " + rule + SERVER + "}").output())
        .contains("note     not looked for in an application", "--classpath");
    assertThat(check("{ " + SERVER + "}").output()).doesNotContain("note ");
  }

  @Test
  void takesWhatTheAgentTakes() {
    CommandRun run = CommandRun.of("check", "clientId=mine,url=https://mcp.example.com/mcp");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("server mcp.example.com=clientId:mine");
  }

  @Test
  void masksAKeyInThePathOfAUrl() {
    String url = "https://mcp.example.com/mcp/sk-4f9aK2/sse?key=hush";

    CommandRun run = CommandRun.of("check", "clientId=mine,url=" + url);
    CommandRun json = CommandRun.of("check", "--json", "clientId=mine,url=" + url);

    for (String output : new String[] {run.output(), json.output()}) {
      assertThat(output)
          .contains("url:https://mcp.example.com/mcp/***/sse")
          .doesNotContain("sk-4f9aK2", "hush");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no/x.log        | the folder %s/no does not exist here",
        "no/deeper/x.log | the folder %s/no/deeper does not exist here",
        "file/x.log      | the folder %s/file is none here",
        "folder          | %s/folder is a folder",
      })
  void takesALogThatCannotBeWrittenForAProblem(String log, String problem) throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Files.createDirectory(folder.resolve("folder"));

    for (String kind : new String[] {"json:", "file:"}) {
      CommandRun run = checkWithLog(kind + folder.resolve(log));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .contains(
              "problem  log: " + problem.formatted(folder) + ", so the log would go to stderr",
              "1 server, 0 rules, 1 problem");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stderr", "host", "json:%s/x.log", "file:%s/x.log", "file:%s/file"})
  void saysNothingOfALogThatCanBeWritten(String log) throws IOException {
    Files.writeString(folder.resolve("file"), "");

    CommandRun run = checkWithLog(log.formatted(folder));

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).doesNotContain("log: ").contains("0 problems");
  }

  private static CommandRun checkWithLog(String log) {
    return CommandRun.of("check", "clientId=mine,url=https://mcp.example.com/mcp,log=" + log);
  }

  @Test
  void namesAllThatIsWrongAtOnce() throws IOException {
    CommandRun run = check("{ \"Mode\": \"off\",\n \"http\": [\"okhtp\"] }");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  ", "my conf.json:1: Mode: unknown key; did you mean \"mode\"?")
        .contains("my conf.json:2: http[0]: unknown value \"okhtp\"; did you mean \"okhttp\"?");
  }

  @Test
  void warnsWhereTheAgentWouldNotBeInstalled() throws IOException {
    CommandRun run = check("{}");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  no server with an oauth.clientId is configured")
        .contains("-> add to " + folder.resolve("my conf.json") + " the client's own file")
        .doesNotContain("mcpConfig=");
  }

  @Test
  void namesTheOptionsWhereNoFileIsGiven() {
    CommandRun run = CommandRun.of("check", "mode=observe");

    assertThat(run.output()).contains("-> name the client's own file by mcpConfig=FILE");
  }

  @Test
  void notesThatAModeChangesNothing() throws IOException {
    CommandRun run = check("{ \"mode\": \"observe\", " + SERVER + "}");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("note     mode=observe: the agent would change nothing");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    CommandRun run = CommandRun.of("check", folder.resolve("none.json").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("none.json: no such file; looked for it at ");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void findsTheMethodOfARuleAndTheJarOfItsClass() throws IOException {
    Path jar = client().zippedTo(folder.resolve("the client.jar"));

    CommandRun run = check(rule("Client#size", "arg0"), "--classpath", jar.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("ok       r: " + host("Client#size in ") + jar);
  }

  @Test
  void looksIntoJarsInsideJars() throws IOException {
    Path jar =
        new ApplicationFiles()
            .withFile("BOOT-INF/lib/client.jar", client().zipped())
            .zippedTo(folder.resolve("fat.jar"));

    CommandRun run = check(rule("Client#size", "arg0"), "--classpath", jar.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("Client#size in " + jar + "!/BOOT-INF/lib/client.jar");
  }

  @Test
  void looksIntoTheClassesOfAWebApplication() throws IOException {
    Path war =
        new ApplicationFiles()
            .with("WEB-INF/classes/", dev.mcphotfix.agent.weave.host.Client.class)
            .zippedTo(folder.resolve("app.war"));

    CommandRun run = check(rule("Client#size", "arg0"), "--classpath", war.toString());

    assertThat(run.output()).contains("ok       r: " + host("Client#size in ") + war);
  }

  @Test
  void followsTheClassPathOfAManifest() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    Path library = client().zippedTo(folder.resolve("lib").resolve("client.jar"));
    Path jar =
        new ApplicationFiles()
            .withFile(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: lib/client.jar lib/none.jar\n"
                    .getBytes(StandardCharsets.UTF_8))
            .zippedTo(folder.resolve("app.jar"));

    CommandRun run = check(rule("Client#size", "arg0"), "--classpath", jar.toString());

    assertThat(run.output()).contains("ok       r: " + host("Client#size in ") + library);
  }

  @Test
  void namesTheNearestMethods() throws IOException {
    CommandRun run = checkClient("Client#siez", "arg0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  r: " + host("Client#siez in "))
        .contains("no method of that name; the nearest are size(int) ")
        .containsPattern("-> correct the rule at .*my conf.json:2");
  }

  @Test
  void asksForTheTypesOfOverloads() throws IOException {
    CommandRun run = checkClient("Client#post", "arg0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("give the parameter types; there are post(java.lang.String)")
        .contains("post(java.lang.String,int)");
  }

  @Test
  void saysWhichArgumentsThereAre() throws IOException {
    CommandRun run = checkClient("Client#size", "arg7");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("there is no arg7; number of parameters: 1");
  }

  @Test
  void namesTheNearestClasses() throws IOException {
    CommandRun run = checkClient("Clinet#size", "arg0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  r: " + host("Clinet: not in the class path; the nearest there: "))
        .contains(host("Client") + System.lineSeparator());
  }

  @Test
  void findsWhatImplementsAnInterface() throws IOException {
    Path classes =
        new ApplicationFiles()
            .with(
                "",
                dev.mcphotfix.agent.weave.host.Store.class,
                dev.mcphotfix.agent.weave.host.BaseStore.class,
                dev.mcphotfix.agent.weave.host.FileStore.class)
            .unpackedTo(folder.resolve("classes"));

    CommandRun run = check(rule("Store#save", "arg1"), "--classpath", classes.toString());

    assertThat(run.output())
        .contains("Store#save in " + classes + ": abstract; what implements it is woven")
        .contains("ok       r: " + host("FileStore#save in ") + classes);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void missesWhatImplementsAnInterface() throws IOException {
    Path classes =
        new ApplicationFiles()
            .with("", dev.mcphotfix.agent.weave.host.Store.class)
            .unpackedTo(folder.resolve("classes"));

    CommandRun run = check(rule("Store#save", "arg1"), "--classpath", classes.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("abstract, and nothing in the class path implements it");
  }

  @Test
  void checksTheHooksOfTheJdkInThisOne() throws IOException {
    CommandRun run = checkClient("Client#size", "arg0");

    assertThat(run.output())
        .contains("ok       jdk: jdk.internal.net.http.HttpClientImpl#sendAsync in the JDK")
        .contains("ok       url-connection: sun.net.www.protocol.http.HttpURLConnection#")
        .containsPattern("note     libraries that are not in the class path: okhttp, apache4");
  }

  @Test
  void leavesOutHooksThatAreSwitchedOff() throws IOException {
    Path jar = client().zippedTo(folder.resolve("client.jar"));

    CommandRun run = check("{ \"http\": [\"jdk\"], " + SERVER + "}", "-cp", jar.toString());

    assertThat(run.output()).contains("jdk: ").doesNotContain("url-connection:", "okhttp,");
  }

  @Test
  void refusesAClassPathThatIsNotThere() throws IOException {
    CommandRun run = check("{" + SERVER + "}", "--classpath", "none.jar");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors().strip())
        .isEqualTo("none.jar: no such file or folder; correct the class path");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "no jar");

    CommandRun run = check("{" + SERVER + "}", "--classpath", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("text.jar: no jar, or a damaged one");
  }

  @Test
  void saysThatAJarIsNotForThisUser() throws IOException {
    Path jar = client().zippedTo(folder.resolve("client.jar"));
    Assumptions.assumeTrue(jar.toFile().setReadable(false) && !Files.isReadable(jar), "not root");

    CommandRun run = check("{" + SERVER + "}", "--classpath", jar.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("client.jar: this user may not read it");
  }

  @Test
  void notesWhichInnerJarIsDamagedAndLooksIntoTheRest() throws IOException {
    byte[] damaged = "no jar".getBytes(StandardCharsets.US_ASCII);
    Path jar = client().withFile("lib/cut.jar", damaged).zippedTo(folder.resolve("fat.jar"));

    CommandRun run = check(rule("Client#size", "arg0"), "--classpath", jar.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("ok       r: " + host("Client#size in ") + jar)
        .contains(
            "note     " + jar + "!/lib/cut.jar: no jar, or an empty or damaged one; left out");
  }

  @Test
  void tellsScriptsTheSame() throws IOException {
    Path jar = client().zippedTo(folder.resolve("client.jar"));

    CommandRun run = check(rule("Client#size", "arg0"), "-cp", jar.toString(), "--json");

    JsonNode document = JsonMapper.shared().readTree(run.output());
    assertThat(document.at("/exitCode").asInt()).isZero();
    assertThat(document.at("/rules/0/status").asString()).isEqualTo("ok");
    assertThat(document.at("/rules/0/hook").asString()).isEqualTo("r");
    assertThat(document.at("/rules/0/outcome").asString()).isEqualTo("woven");
    assertThat(document.at("/rules/0/class").asString()).isEqualTo(host("Client"));
    assertThat(document.at("/rules/0/in").asString()).isEqualTo(jar.toString());
    assertThat(document.at("/builtInHooks").isArray()).isTrue();
  }

  private CommandRun checkClient(String method, String target) throws IOException {
    Path jar = client().zippedTo(folder.resolve("client.jar"));
    return check(rule(method, target), "--classpath", jar.toString());
  }

  private static ApplicationFiles client() throws IOException {
    return new ApplicationFiles().with("", dev.mcphotfix.agent.weave.host.Client.class);
  }

  private static String rule(String method, String target) {
    return "{ %s, \"rules\": [ { \"name\": \"r\", \"method\": \"%s\", \"patch\": \"credential\", \"target\": \"%s\" } ] }"
        .formatted(SERVER, host(method), target);
  }

  private static String host(String name) {
    return "dev.mcphotfix.agent.weave.host." + name;
  }

  private CommandRun check(String configuration, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("my conf.json"), configuration);
    String[] arguments = new String[more.length + 2];
    arguments[0] = "check";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandRun.of(arguments);
  }
}

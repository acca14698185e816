package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the agent comes into a host, by which options, and when it keeps out of it. */
class LaunchIT {

  private static final String REPORT = Host.REPORT.mainClass();

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  static Stream<Jdk> thorough() {
    return InstalledJdks.isThorough() ? jdks() : one();
  }

  /** For what is decided before it matters which Java that is. */
  static Stream<Jdk> one() {
    return InstalledJdks.oldest().stream();
  }

  @ParameterizedTest
  @MethodSource("one")
  void needsNoFileWhereTheArgumentNamesTheServer(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect = connect(world, jdk, plainOptions(world));

      assertThat(connect.outputLines())
          .containsExactly("Reconnected to example-server", "echo: hello");
      assertThat(connect.stderr()).contains("reason=added ");
    }
  }

  @ParameterizedTest
  @MethodSource("one")
  void needsNothingButTheFileOfTheHost(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect = connect(world, jdk, "mcpConfig=.mcp.json");

      assertThat(connect.outputLines())
          .containsExactly("Reconnected to example-server", "echo: hello");
      assertThat(connect.stderr()).contains("server=example-server").contains("reason=added ");
    }
  }

  @ParameterizedTest
  @MethodSource("thorough")
  void reachesAHostInAClassLoaderOfItsOwn(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect =
          child(world, jdk, IsolatedHost.class.getName(), REPORT, "connect")
              .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
              .run();

      assertThat(connect.outputLines()).contains("Reconnected to example-server");
      assertThat(connect.stderr())
          .contains("hook=save class=dev.mcphotfix.testapp.host.report.CredentialStore")
          .contains("loader=plugin")
          .contains("reason=record-patched");
    }
  }

  @ParameterizedTest
  @MethodSource("thorough")
  void reachesClassesThatWereLoadedBeforeItCame(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect =
          child(
                  world,
                  jdk,
                  LateHost.class.getName(),
                  BuiltJars.agent().toString(),
                  World.AGENT_CONFIGURATION,
                  "connect")
              .withJvmArgument("-Djdk.attach.allowAttachSelf=true")
              .run();

      assertThat(connect.outputLines()).contains("Reconnected to example-server");
      assertThat(connect.stderr()).contains("reason=added ").contains("reason=record-patched");
    }
  }

  @ParameterizedTest
  @MethodSource("one")
  void patchesOnceWhenItIsGivenTwice(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect =
          child(world, jdk, REPORT, "connect")
              .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
              .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
              .run();

      assertThat(connect.exitCode()).isZero();
      assertThat(connect.stderr())
          .containsOnlyOnce("is installed already")
          .containsOnlyOnce("added client_id")
          .containsOnlyOnce("healed record");
      assertThat(world.refreshRequests())
          .extracting(RecordedRequest::body)
          .singleElement()
          .asString()
          .containsOnlyOnce("client_id=");
    }
  }

  @ParameterizedTest
  @MethodSource("one")
  void leavesAHostWithABadConfigurationUnpatched(Jdk jdk) throws Exception {
    try (World world = expired()) {
      world.write("bad.json", "{\n  \"mcpConfig\": [\".mcp.json\"],\n  \"rulez\": []\n}\n");

      ChildResult connect = connect(world, jdk, "bad.json");

      assertThat(connect.outputLines()).containsExactly("Failed to reconnect to example-server");
      assertThat(connect.errorLines())
          .containsExactly(
              "mcp-hotfix WARN  bad.json:3: rulez: unknown key; did you mean \"rules\"?",
              "mcp-hotfix WARN  not installed; the host runs on, unpatched");
    }
  }

  @ParameterizedTest
  @MethodSource("one")
  void saysThatTheMethodOfARuleIsNotThere(Jdk jdk) throws Exception {
    try (World world = expired()) {
      write(world, "dev.mcphotfix.testapp.host.report.CredentialStore#store");

      ChildResult connect = connect(world, jdk, "mcp-hotfix.json");

      assertThat(connect.exitCode()).isZero();
      assertThat(connect.stderr())
          .contains("hook not woven")
          .contains("class=dev.mcphotfix.testapp.host.report.CredentialStore method=store")
          .contains("no method of that name; there are save(java.lang.String,");
    }
  }

  @ParameterizedTest
  @MethodSource("one")
  void healsRequestsWhereTheClassOfARuleIsNotThere(Jdk jdk) throws Exception {
    try (World world = expired()) {
      write(world, "com.example.NoSuchStore#save");

      ChildResult connect = connect(world, jdk, "mcp-hotfix.json");

      assertThat(connect.outputLines()).contains("Reconnected to example-server");
      assertThat(world.credentials()).doesNotContain(World.CLIENT_ID);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isNotFeltWhereNothingIsToBePatched(Jdk jdk) throws Exception {
    ChildResult hello =
        hello(jdk)
            .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
            .withAgent(BuiltJars.agent(), "clientId=c,url=https://mcp.example/mcp")
            .run();

    assertThat(hello.stdout()).isEqualTo("hello" + System.lineSeparator());
    assertThat(hello.stderr()).isEmpty();
    assertThat(loadedClassesOfTheAgent()).hasSizeLessThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wakesNoLibraryForAFileWhereNothingIsToBePatched(Jdk jdk) throws Exception {
    Files.writeString(
        folder.resolve("mcp-hotfix.json"),
        """
        { "mcpServers": { "s": { "url": "https://mcp.example/mcp",
                                 "oauth": { "clientId": "c" } } },
          "rules": [ { "method": "com.example.Store#save",
                       "patch": "credential", "target": "arg0" } ] }
        """);

    ChildResult hello =
        hello(jdk)
            .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
            .withAgent(BuiltJars.agent(), "mcp-hotfix.json")
            .run();

    assertThat(hello.stdout()).isEqualTo("hello" + System.lineSeparator());
    assertThat(hello.stderr()).isEmpty();
    assertThat(loadedClassesOfTheAgent())
        .isNotEmpty()
        .noneMatch(line -> line.contains("bytebuddy"))
        .noneMatch(line -> line.contains("slf4j"))
        .noneMatch(line -> line.contains("databind"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void missesNoImplementationThatIsLoadedBeforeItsFileIsRead(Jdk jdk) throws Exception {
    Files.writeString(
        folder.resolve("mcp-hotfix.json"),
        """
        { "mcpServers": { "s": { "url": "https://mcp.example/mcp",
                                 "oauth": { "clientId": "a-client" } } },
          "rules": [ { "method": "%s#save", "patch": "credential", "target": "arg0" } ] }
        """
            .formatted(EagerRecords.class.getName()));

    ChildResult eager =
        ChildJvm.of(folder, EagerHost.class.getName())
            .withJavaHome(jdk.home())
            .withQuickStart()
            .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
            .withAgent(BuiltJars.agent(), "mcp-hotfix.json")
            .run();

    assertThat(eager.outputLines()).containsExactly("a-client");
    assertThat(folder.resolve("classes.txt"))
        .content()
        .contains("dev.mcphotfix.agent.record.")
        .as("what a record derives is linked while other classes are being defined")
        .doesNotContain("java.lang.runtime.ObjectMethods ");
  }

  @ParameterizedTest
  @MethodSource("one")
  void weavesNothingWhenItIsOff(Jdk jdk) throws Exception {
    try (World world = expired()) {
      ChildResult connect =
          child(world, jdk, REPORT, "connect")
              .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
              .withAgent(BuiltJars.agent(), "config=mcp-hotfix.json,mode=off")
              .run();

      assertThat(connect.stderr()).isEmpty();
      assertThat(loadedClassesOfTheAgent()).noneMatch(line -> line.contains("bytebuddy"));
    }
  }

  @ParameterizedTest
  @MethodSource("thorough")
  void waitsForNoLockOfASystemClassLoaderThatLoadsOneClassAtATime(Jdk jdk) throws Exception {
    ChildResult host =
        ChildJvm.of(folder, OneLockHost.class.getName())
            .withJavaHome(jdk.home())
            .withJvmArgument("-Djava.system.class.loader=" + OneLockLoader.class.getName())
            .withAgent(BuiltJars.agent(), "clientId=c,url=https://mcp.example/mcp")
            .run();

    assertThat(host.outputLines()).contains("both are loaded");
    assertThat(host.stderr())
        .containsOnlyOnce("self-check ok")
        .contains("hook woven       hook=jdk")
        .contains("hook woven       hook=okhttp");
  }

  private static World expired() throws Exception {
    World world = World.start(Host.REPORT);
    world.login();
    world.authorizationServer().expireAccessTokens();
    return world;
  }

  private static ChildResult connect(World world, Jdk jdk, String options) throws Exception {
    return child(world, jdk, REPORT, "connect").withAgent(BuiltJars.agent(), options).run();
  }

  private static ChildJvm child(World world, Jdk jdk, String... arguments) {
    return ChildJvm.of(world.folder(), arguments).withJavaHome(jdk.home()).withQuickStart();
  }

  private ChildJvm hello(Jdk jdk) {
    return ChildJvm.of(folder, HelloHost.class.getName()).withJavaHome(jdk.home()).withQuickStart();
  }

  private static String plainOptions(World world) {
    return "clientId=%s,url=%s,tokenEndpoint=%s"
        .formatted(
            World.CLIENT_ID, world.mcpServer().url(), world.authorizationServer().tokenEndpoint());
  }

  private static void write(World world, String method) throws Exception {
    world.write(
        "mcp-hotfix.json",
        """
        { "mcpConfig": [".mcp.json"],
          "rules": [ { "name": "save", "method": "%s", "patch": "credential",
                       "target": "arg1", "server": "arg0" } ] }
        """
            .formatted(method));
  }

  private List<String> loadedClassesOfTheAgent() throws Exception {
    try (Stream<String> lines = Files.lines(folder.resolve("classes.txt"))) {
      return lines
          .filter(
              line ->
                  line.contains("mcp-oauth-hotfix-agent")
                      || line.contains("dev.mcphotfix.agent")
                      || line.contains("dev.mcphotfix.shaded"))
          .toList();
    }
  }
}

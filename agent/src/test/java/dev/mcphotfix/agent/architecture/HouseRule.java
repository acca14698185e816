package dev.mcphotfix.agent.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The house: which room may know which, and which library. */
enum HouseRule {
  NO_CIRCLES(slices().matching(Room.ROOT + ".(**)").should().beFreeOfCycles()),

  EVERY_PACKAGE_IS_ON_THE_MAP(classes().should().resideInAnyPackage(map())),

  SUB_ROOMS_NEVER_SEE_SIBLINGS(classes().should(new SubRooms())),

  NO_TWO_CLASSES_SHARE_A_NAME(
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should(new SimpleNames())),

  BRIDGE_KNOWS(Room.BRIDGE.arrows()),
  LAUNCH_KNOWS(Room.LAUNCH.arrows()),
  HOST_KNOWS(Room.HOST.arrows()),
  HOOK_KNOWS(Room.HOOK.arrows()),
  LOG_KNOWS(Room.LOG.arrows()),
  OAUTH_KNOWS(Room.OAUTH.arrows()),
  CONFIG_KNOWS(Room.CONFIG.arrows()),
  RECORD_KNOWS(Room.RECORD.arrows()),
  HTTP_KNOWS(Room.HTTP.arrows()),
  WEAVE_KNOWS(Room.WEAVE.arrows()),
  CONTROL_KNOWS(Room.CONTROL.arrows()),
  STARTUP_KNOWS(Room.STARTUP.arrows()),
  COMMAND_KNOWS(Room.COMMAND.arrows()),

  HTTP_SAYS_THREE_WORDS_TO_OAUTH(
      noClasses()
          .that()
          .resideInAPackage(Room.HTTP.packages())
          .should()
          .dependOnClassesThat(
              resideInAPackage(Room.OAUTH.packages())
                  .and(not(belongToAnyOf(Examiner.class, TokenRequest.class, Exchange.class))))),

  ONLY_WEAVE_AND_SCAN_KNOW_BYTE_BUDDY(only("net.bytebuddy..", "weave..", "command.scan..")),

  SCAN_READS_CLASS_FILES_AND_WEAVES_NOTHING(
      noClasses()
          .that()
          .resideInAPackage(Room.ROOT + ".command.scan..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("net.bytebuddy..")
                  .and(not(resideInAPackage("net.bytebuddy.jar.asm.."))))),

  ONLY_READERS_OF_JSON_KNOW_JACKSON(
      only(
          "tools.jackson..",
          "config.json",
          "control",
          "record.shape.json",
          "oauth.discovery",
          "command..")),

  ONLY_THE_LOG_KNOWS_SLF4J(only("org.slf4j..", "log", "log.output", "startup")),

  ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI(only("picocli..", "command..")),

  ONLY_THE_COMMAND_LINE_KNOWS_TOML(only("io.github.wasabithumb..", "command.configuration")),

  ONLY_ATTACH_REACHES_OTHER_JVMS(only("com.sun.tools.attach..", "command.attach..")),

  ONLY_JDK_AND_DOCTOR_KNOW_THE_HTTP_CLIENT_OF_THE_JDK(
      only("java.net.http..", "http.jdk", "command.doctor")),

  NO_JSON_DATABIND(
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..")),

  THE_BRIDGE_NAMES_WHAT_EVERY_HOST_CAN_NAME(
      classes()
          .that()
          .resideInAPackage(Room.ROOT + ".bridge")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", Room.ROOT + ".bridge", "org.jspecify.."))),

  ADVICE_NAMES_THE_JDK_AND_ANNOTATIONS(
      classes()
          .that()
          .haveSimpleNameEndingWith("Advice")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..")
                  .or(resideInAnyPackage("net.bytebuddy.asm..", "net.bytebuddy.implementation.."))
                  .or(DescribedPredicate.describe("annotations", JavaClass::isAnnotation))
                  .or(
                      DescribedPredicate.describe(
                          "advice", type -> type.getSimpleName().endsWith("Advice"))))),

  BYTE_BUDDY_WAITS_BEHIND_THE_TRANSFORMER(
      noClasses()
          .that()
          .haveSimpleName("HookTransformer")
          .or()
          .haveSimpleName("Implementations")
          .or()
          .haveSimpleName("ClassFile")
          .or()
          .resideInAnyPackage(
              Room.ROOT,
              Room.ROOT + ".launch",
              Room.ROOT + ".startup",
              Room.ROOT + ".bridge",
              Room.ROOT + ".hook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.bytebuddy..", "tools.jackson..")),

  /**
   * Whatever goes wrong of ours in a stand-in must not reach a host: there is one that sees to it.
   */
  ONLY_HOST_MAKES_STAND_INS(
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.ROOT + ".host")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.reflect.Proxy")),

  EVERY_STAND_IN_IS_GUARDED(
      classes()
          .that()
          .implement("java.lang.reflect.InvocationHandler")
          .should()
          .beAssignableTo(Room.ROOT + ".host.StandIn")),

  /**
   * What starts by name classes of the agent's own, or runs in no JVM of a host, may: {@code
   * launch} those behind the nested jar, {@code http} the adapters that the catalogue names, {@code
   * weave} its probe, {@code command} all it needs.
   */
  ONLY_HOST_CALLS_BY_REFLECTION(
      noClasses()
          .that()
          .resideOutsideOfPackages(
              Room.ROOT + ".host", Room.ROOT + ".launch", Room.ROOT + ".command..")
          .and()
          .doNotHaveSimpleName("HttpStacks")
          .and()
          .doNotHaveSimpleName("SelfCheck")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe("calls by reflection", HouseRule::isReflective))),

  NO_HOST_REACHES_THE_COMMAND_LINE(
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.COMMAND.packages())
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Room.COMMAND.packages())),

  NOTHING_DISTURBS_A_HOST_AT_ITS_START(
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.COMMAND.packages())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "java.nio.file..")),

  ONLY_TELEMETRY_STARTS_THE_TOOLS_OF_THE_JVM(
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.ROOT + ".log.telemetry")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.management..", "javax.management..", "jdk.jfr..")),

  /**
   * But in {@code oauth.discovery}, whose one wait for what is fetched has a limit that is
   * documented; in {@code LineQueue}, where it is the thread of the agent that writes lines, or a
   * command; and in {@code QueuedOutput}, where the end waits, with a limit, until the last lines
   * are written.
   */
  NO_THREAD_OF_A_HOST_WAITS(
      noClasses()
          .that()
          .resideInAnyPackage(onThreadsOfHosts())
          .and()
          .resideOutsideOfPackage(Room.ROOT + ".oauth.discovery")
          .and()
          .doNotHaveSimpleName("LineQueue")
          .and()
          .doNotHaveSimpleName("QueuedOutput")
          .should()
          .accessTargetWhere(new Waiting())),

  /**
   * Among them those by which the JVM links. Whoever is being defined while the same is needed here
   * is defined twice, which the client's thread gets as an error.
   */
  EACH_CLASS_OF_A_HOST_PASSES_WITHOUT_LINKING(
      noClasses()
          .that(DescribedPredicate.describe("are shown each class", HouseRule::isShownEachClass))
          .should()
          .accessTargetWhere(new Linking())),

  NOTHING_IS_PRINTED_TO_STANDARD_OUTPUT(noClasses().should().accessField(System.class, "out")),

  NOTHING_ENDS_THE_HOST(
      noClasses()
          .that()
          .doNotHaveSimpleName("CommandLineLaunch") // In the JVM of a command, not of a host.
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class));

  private static final Set<String> SHOWN_EACH_CLASS =
      Set.of(
          "Installation",
          "RuleNames",
          "Agent",
          "HookTransformer",
          "Implementations",
          "NameSet",
          "ClassFile");

  private static final Pattern FIELD_ACCESS =
      Pattern.compile("(get|set)(Boolean|Byte|Char|Short|Int|Long|Float|Double)?");

  @SuppressWarnings("ImmutableEnumChecker") // A rule is not changed by being checked.
  private final ArchRule rule;

  HouseRule(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }

  private static boolean isShownEachClass(JavaClass type) {
    return SHOWN_EACH_CLASS.contains(type.getSimpleName())
        || type.getName().equals(Room.ROOT + ".launch.Intruder");
  }

  private static boolean isReflective(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getTarget().getName();
    return switch (owner) {
      case "java.lang.reflect.Method", "java.lang.invoke.MethodHandle" -> name.startsWith("invoke");
      case "java.lang.reflect.Constructor" -> name.equals("newInstance");
      case "java.lang.reflect.Field" -> FIELD_ACCESS.matcher(name).matches();
      default -> false;
    };
  }

  private static String[] map() {
    List<String> packages = new ArrayList<>(List.of(Room.ROOT));
    for (Room room : Room.values()) {
      packages.add(room.packages());
    }
    return packages.toArray(String[]::new);
  }

  /** The rooms whose code the client runs on its own threads. */
  private static String[] onThreadsOfHosts() {
    return Stream.of(
            Room.BRIDGE,
            Room.HOOK,
            Room.HOST,
            Room.LOG,
            Room.OAUTH,
            Room.RECORD,
            Room.HTTP,
            Room.WITNESS,
            Room.WEAVE)
        .map(Room::packages)
        .toArray(String[]::new);
  }

  private static ArchRule only(String library, String... rooms) {
    String[] packages = Stream.of(rooms).map(room -> Room.ROOT + '.' + room).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}

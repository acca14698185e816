package dev.mcphotfix.agent.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The house: which package may know which, and which library. */
enum HouseRule {
  NO_CYCLES(slices().matching("dev.mcphotfix.agent.(*)..").should().beFreeOfCycles()),

  EVERY_PACKAGE_IS_ON_THE_MAP(classes().should().resideInAnyPackage(Rooms.all())),

  ONLY_WEAVE_AND_SCAN_KNOW_BYTE_BUDDY(Rooms.only("net.bytebuddy..", "weave", "scan")),

  SCAN_READS_CLASS_FILES_AND_WEAVES_NOTHING(
      noClasses()
          .that()
          .resideInAPackage("dev.mcphotfix.agent.scan")
          .should()
          .dependOnClassesThat(
              resideInAPackage("net.bytebuddy..")
                  .and(not(resideInAPackage("net.bytebuddy.jar.asm.."))))),

  ONLY_READERS_OF_JSON_KNOW_JACKSON(
      Rooms.only(
          "tools.jackson..",
          "attach",
          "config",
          "control",
          "record",
          "discovery",
          "cli",
          "report")),

  ONLY_THE_LOG_KNOWS_SLF4J(Rooms.only("org.slf4j..", "decision", "startup")),

  ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI(Rooms.only("picocli..", "cli")),

  ONLY_ATTACH_REACHES_OTHER_JVMS(Rooms.only("com.sun.tools.attach..", "attach")),

  ONLY_JDK_AND_DOCTOR_KNOW_THE_HTTP_CLIENT_OF_THE_JDK(
      Rooms.only("java.net.http..", "jdk", "doctor")),

  NO_JSON_DATABIND(
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..")),

  THE_BRIDGE_NAMES_WHAT_EVERY_HOST_CAN_NAME(
      classes()
          .that()
          .resideInAPackage("dev.mcphotfix.agent.bridge")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "dev.mcphotfix.agent.bridge", "org.jspecify.."))),

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
              "dev.mcphotfix.agent",
              "dev.mcphotfix.agent.launch",
              "dev.mcphotfix.agent.startup",
              "dev.mcphotfix.agent.bridge",
              "dev.mcphotfix.agent.hook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.bytebuddy..", "tools.jackson..")),

  NO_HOST_REACHES_THE_COMMAND_LINE(
      noClasses()
          .that()
          .resideOutsideOfPackages(Rooms.ofTheCommandLine())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Rooms.ofTheCommandLine())),

  NOTHING_DISTURBS_A_HOST_AT_ITS_START(
      noClasses()
          .that()
          .resideOutsideOfPackages(Rooms.ofTheCommandLine())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "java.nio.file..")),

  ONLY_TELEMETRY_STARTS_THE_TOOLS_OF_THE_JVM(
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mcphotfix.agent.telemetry")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.management..", "javax.management..", "jdk.jfr..")),

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
          .callMethod(Runtime.class, "halt", int.class)),

  CLI_KNOWS(
      Rooms.arrows(
          "cli",
          "attach",
          "config",
          "control",
          "decision",
          "discovery",
          "doctor",
          "hook",
          "launch",
          "oauth",
          "record",
          "rehearsal",
          "repair",
          "report",
          "scan",
          "startup")),
  ATTACH_KNOWS(Rooms.arrows("attach")),
  DOCTOR_KNOWS(Rooms.arrows("doctor", "discovery", "oauth")),
  REHEARSAL_KNOWS(Rooms.arrows("rehearsal", "config", "decision", "hook", "launch", "startup")),
  REPAIR_KNOWS(Rooms.arrows("repair", "config", "decision", "oauth", "record")),
  REPORT_KNOWS(Rooms.arrows("report", "decision")),
  SCAN_KNOWS(Rooms.arrows("scan")),
  BRIDGE_KNOWS(Rooms.arrows("bridge")),
  HOOK_KNOWS(Rooms.arrows("hook")),
  DECISION_KNOWS(Rooms.arrows("decision")),
  LAUNCH_KNOWS(Rooms.arrows("launch", "bridge")),
  CONFIG_KNOWS(Rooms.arrows("config", "hook")),
  CONTROL_KNOWS(Rooms.arrows("control", "decision", "hook")),
  HOSTLOG_KNOWS(Rooms.arrows("hostlog", "decision", "hook")),
  OAUTH_KNOWS(Rooms.arrows("oauth", "decision")),
  DISCOVERY_KNOWS(Rooms.arrows("discovery", "oauth", "decision", "hook")),
  RECORD_KNOWS(Rooms.arrows("record", "oauth", "decision", "hook")),
  HTTP_KNOWS(Rooms.arrows("http", "oauth", "hook")),
  APACHE_KNOWS(Rooms.arrows("apache", "http", "oauth", "hook")),
  JDK_KNOWS(Rooms.arrows("jdk", "http", "oauth", "hook")),
  JETTY_KNOWS(Rooms.arrows("jetty", "http", "oauth", "hook")),
  KTOR_KNOWS(Rooms.arrows("ktor", "http", "oauth", "hook")),
  NETTY_KNOWS(Rooms.arrows("netty", "http", "oauth", "hook")),
  OKHTTP_KNOWS(Rooms.arrows("okhttp", "http", "oauth", "hook")),
  TELEMETRY_KNOWS(Rooms.arrows("telemetry", "decision", "hook")),
  WEAVE_KNOWS(Rooms.arrows("weave", "hook", "decision"));

  @SuppressWarnings("ImmutableEnumChecker") // A rule is not changed by being checked.
  private final ArchRule rule;

  HouseRule(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }

  /** The packages by their short names; startup, which puts all together, may know all below. */
  private static final class Rooms {

    private static final String ROOT = "dev.mcphotfix.agent";
    private static final List<String> NAMES =
        List.of(
            "apache",
            "attach",
            "bridge",
            "cli",
            "config",
            "control",
            "decision",
            "discovery",
            "doctor",
            "hook",
            "hostlog",
            "http",
            "jdk",
            "jetty",
            "ktor",
            "launch",
            "netty",
            "oauth",
            "okhttp",
            "record",
            "rehearsal",
            "repair",
            "report",
            "scan",
            "startup",
            "telemetry",
            "weave");

    /** What only the JVM of a command loads, never a host's. */
    private static final List<String> COMMAND_LINE =
        List.of("attach", "cli", "doctor", "rehearsal", "repair", "report", "scan");

    static String[] ofTheCommandLine() {
      return packages(COMMAND_LINE).toArray(String[]::new);
    }

    static String[] all() {
      List<String> packages = packages(NAMES);
      packages.add(ROOT);
      return packages.toArray(String[]::new);
    }

    static ArchRule only(String library, String... rooms) {
      return noClasses()
          .that()
          .resideOutsideOfPackages(packages(List.of(rooms)).toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library);
    }

    static ArchRule arrows(String room, String... others) {
      List<String> foreign = new ArrayList<>(NAMES);
      foreign.remove(room);
      foreign.removeAll(List.of(others));
      List<String> packages = packages(foreign);
      packages.add(ROOT);
      return noClasses()
          .that()
          .resideInAPackage(ROOT + '.' + room)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages.toArray(String[]::new));
    }

    private static List<String> packages(List<String> rooms) {
      List<String> packages = new ArrayList<>();
      for (String room : rooms) {
        packages.add(ROOT + '.' + room);
      }
      return packages;
    }
  }
}

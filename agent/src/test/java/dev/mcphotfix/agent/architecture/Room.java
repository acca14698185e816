package dev.mcphotfix.agent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rooms of the first floor, a line each: what a room may use stands above it. */
enum Room {
  BRIDGE(""),
  LAUNCH("bridge"),
  HOST(""),
  HOOK("host"),
  LOG("hook host"),
  OAUTH("log host"),
  CONFIG("oauth log hook"),
  RECORD("config oauth log hook host"),
  HTTP("oauth hook host"),
  WITNESS("oauth log hook host"),
  WEAVE("log hook host"),
  CONTROL("log host"),
  STARTUP("bridge launch host hook log oauth config record http witness weave control"),
  COMMAND("launch hook log oauth config record control startup");

  static final String ROOT = "dev.mcphotfix.agent";

  /** Sub-rooms on which the rest of their wing stands: their siblings may see them. */
  static final List<String> GROUNDS =
      List.of(
          "oauth.url",
          "oauth.decision",
          "oauth.request",
          "oauth.trace",
          "config.json",
          "record.shape",
          "weave.bytecode",
          "command.terminal",
          "command.configuration",
          "command.file",
          "command.credential",
          "command.classpath",
          "command.log",
          "command.scan.classfile",
          "command.scan.flow",
          "command.scan.application",
          "command.attach.jvm",
          "command.attach.agent",
          "command.report.markup",
          "command.report.summary",
          "command.report.trace.conversation");

  private final String uses;

  Room(String uses) {
    this.uses = uses;
  }

  /** The room with its sub-rooms, in ArchUnit's notation. */
  String packages() {
    return ROOT + '.' + folder() + "..";
  }

  /** Nothing in the room or below it knows a room that its line does not name. */
  ArchRule arrows() {
    List<String> used = List.of(uses.split(" ", -1));
    List<String> foreign = new ArrayList<>(List.of(ROOT));
    for (Room other : values()) {
      if (other != this && !used.contains(other.folder())) {
        foreign.add(other.packages());
      }
    }
    return noClasses()
        .that()
        .resideInAPackage(packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(foreign.toArray(String[]::new));
  }

  private String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}

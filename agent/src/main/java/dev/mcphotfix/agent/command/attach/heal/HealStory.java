package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.heal.OtherCommands.Ran;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a person reads while a client is healed: steps, the commands that they are, what came. */
final class HealStory {

  private final CommandLine line;
  private final OtherCommands others;
  private int step;

  HealStory(CommandLine line) {
    this.line = line;
    this.others = new OtherCommands(line.getParent());
  }

  void step(String title) {
    Ansi ansi = line.getColorScheme().ansi();
    String gap = step == 0 ? "" : System.lineSeparator();
    line.getOut().println(gap + ansi.string("@|bold " + ++step + ". " + title + "|@"));
    line.getOut().flush();
  }

  void tell(String text) {
    tell(List.of(text));
  }

  void tell(List<String> lines) {
    lines.forEach(text -> line.getOut().println("   " + text));
    line.getOut().flush();
  }

  /** Runs another command after it was shown; what it prints is for the caller. */
  Ran run(String... words) {
    List<String> shown = new ArrayList<>();
    for (String word : words) {
      shown.add(AgentFlag.typed(word));
    }
    tell("$ " + String.join(" ", shown));
    return others.run(List.of(words));
  }

  /** How the client is started from now on. */
  void keep(AgentFlag flag) {
    step("Keep it");
    tell("Add this to the command that starts the client, before its class or -jar:");
    tell(flag.text());
  }
}

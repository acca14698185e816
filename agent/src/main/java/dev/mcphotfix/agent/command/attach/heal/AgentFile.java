package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.heal.OtherCommands.Ran;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The agent's file for a client, made by a scan of its code. */
record AgentFile(HealStory story, File file) {

  /**
   * Scans and writes; a file that is there stays as it is.
   *
   * @param servers the client's own file, which is named in it
   * @param code the client's jars and folders
   * @throws UnusableInputException where it cannot be written, or nothing could be scanned
   */
  void write(File servers, List<File> code) {
    story.step("The client's code");
    List<String> words = new ArrayList<>(List.of("scan", "--mcp-config", servers.getPath()));
    code.forEach(path -> words.add(path.getPath()));
    Ran scan = story.run(words.toArray(String[]::new));
    if (scan.exitCode() > ExitCode.NEEDS_ATTENTION) {
      throw new UnusableInputException(String.join("\n", scan.errors()));
    }
    write(scan.lines());
    story.tell(rules(scan.lines()));
    story.tell("written: " + file);
  }

  private void write(List<String> lines) {
    try {
      Files.write(file.toPath(), lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new UnusableInputException(
          file.toPath(),
          "is there already and is not overwritten; name another with --output FILE");
    } catch (IOException e) {
      throw new UnusableInputException(
          file.toPath(), "cannot be written; name another with --output FILE");
    }
  }

  /** The methods that its rules name. */
  private static List<String> rules(List<String> lines) {
    List<String> rules =
        lines.stream()
            .map(String::strip)
            .filter(text -> text.startsWith("\"method\": \""))
            .map(text -> "rule for " + text.split("\"", -1)[3])
            .toList();
    return rules.isEmpty()
        ? List.of("no method needs a rule; the built-in hooks see what the client sends")
        : rules;
  }
}

package dev.mcphotfix.agent.log.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FileOutputTest {

  private static final String WARNING =
      "mcp-hotfix WARN  cannot write the log file, using stderr; name one that";

  @TempDir private Path folder;

  private final List<String> stderr = new ArrayList<>();

  @Test
  void appendsToAFile() throws IOException {
    Path file = folder.resolve("agent.log");
    Files.writeString(file, "before\n");
    FileOutput output = outputTo(file);

    output.write(line("one"));
    output.write(line("two"));

    assertThat(file).hasContent("before\none\ntwo\n");
    assertThat(stderr).isEmpty();
  }

  @Test
  void opensAFileAnewThatWasRenamed() throws IOException {
    Path file = folder.resolve("agent.log");
    FileOutput output = outputTo(file);
    output.write(line("one"));
    Files.move(file, folder.resolve("agent.log.1"));

    output.write(line("two"));

    assertThat(folder.resolve("agent.log.1")).hasContent("one\n");
    assertThat(file).hasContent("two\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsAFileOpenUntilItRests() throws IOException {
    Path file = folder.resolve("agent.log");
    FileOutput output = outputTo(file);
    output.offer(line("one"), false);
    Files.move(file, folder.resolve("agent.log.1"));

    output.offer(line("two"), false);
    output.rest();
    output.offer(line("three"), false);

    assertThat(folder.resolve("agent.log.1")).hasContent("one\ntwo\n");
    assertThat(file).hasContent("three\n");
    output.close();
  }

  @Test
  void opensAFileAnewThatAnotherOneHasReplaced() throws IOException {
    Path file = folder.resolve("agent.log");
    FileOutput output = outputTo(file);
    output.write(line("one"));
    Files.move(file, folder.resolve("agent.log.1"));
    Files.writeString(file, "new\n");

    output.write(line("two"));

    assertThat(folder.resolve("agent.log.1")).hasContent("one\n");
    assertThat(file).hasContent("new\ntwo\n");
  }

  @Test
  void opensAFileAnewThatWasDeleted() throws IOException {
    Path file = folder.resolve("agent.log");
    FileOutput output = outputTo(file);
    output.write(line("one"));
    Files.delete(file);

    output.write(line("two"));

    assertThat(file).hasContent("two\n");
  }

  @Test
  void beginsALineOfItsOwnBehindOneThatWasCut() throws IOException {
    Path file = folder.resolve("agent.log");
    Files.writeString(file, "whole\ncu");

    outputTo(file).write(line("one"));

    assertThat(Files.readString(file)).isEqualTo("whole\ncu\none\n");
  }

  @Test
  void beginsAnEmptyFileWithALine() throws IOException {
    Path file = Files.createFile(folder.resolve("agent.log"));

    outputTo(file).write(line("one"));

    assertThat(Files.readString(file)).isEqualTo("one\n");
  }

  @Test
  void fallsBackToStderrWhereAFileCannotBeWritten() {
    FileOutput output = outputTo(folder.resolve("no/such/folder"));

    output.write(line("one"));
    output.write(line("two"));

    assertThat(stderr).hasSize(3).endsWith("one", "two");
    assertThat(stderr.get(0)).startsWith(WARNING).contains("no/such/folder");
  }

  @Test
  void usesTheFileAgainOnceItCanBeWritten() throws IOException {
    Path file = folder.resolve("later/agent.log");
    FileOutput output = outputTo(file);
    output.write(line("one"));
    Files.createDirectory(file.getParent());

    output.write(line("two"));

    assertThat(file).hasContent("two\n");
    assertThat(stderr).hasSize(2).endsWith("one");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void usesTheFileAgainOnceTheDiskHasRoom() throws IOException {
    Path file = Files.createSymbolicLink(folder.resolve("agent.log"), Path.of("/dev/full"));
    FileOutput output = outputTo(file);
    output.write(line("one"));
    Path roomy = Files.writeString(folder.resolve("roomy"), "o");
    Files.delete(file);
    Files.createSymbolicLink(file, roomy);

    output.write(line("two"));

    assertThat(roomy).hasContent("o\ntwo\n");
    assertThat(stderr).hasSize(2).endsWith("one");
    assertThat(stderr.get(0)).startsWith(WARNING);
  }

  @Test
  void boundsTheNameOfAFileThatCannotBeWritten() {
    FileOutput output = outputTo(folder.resolve("x".repeat(5000)));

    output.write(line("one"));

    assertThat(stderr.get(0)).hasSizeLessThan(1100);
  }

  private FileOutput outputTo(Path file) {
    return new FileOutput(new File(file.toString()), line -> stderr.add(line.text()));
  }

  private static Line line(String text) {
    return new Line(Severity.INFO, text);
  }
}

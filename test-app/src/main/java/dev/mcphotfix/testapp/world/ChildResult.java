package dev.mcphotfix.testapp.world;

import java.util.List;

/** What a child JVM left behind. */
public record ChildResult(int exitCode, String stdout, String stderr) {

  public List<String> outputLines() {
    return stdout.lines().toList();
  }

  public List<String> errorLines() {
    return stderr.lines().toList();
  }
}

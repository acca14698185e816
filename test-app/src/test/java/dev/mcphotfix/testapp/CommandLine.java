package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged jar as a command, in a JVM of its own. */
record CommandLine(Jdk jdk, Path folder, Path jar) {

  CommandLine(Jdk jdk, Path folder) {
    this(jdk, folder, BuiltJars.agent());
  }

  ChildResult run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return ChildJvm.of(folder, command.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .run();
  }

  ChildResult attach(String pid, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("attach", pid));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  /** Whether the agent could be loaded into that process; loads nothing. */
  ChildResult preflight(long pid) throws Exception {
    return run(
        "attach",
        Long.toString(pid),
        "--client-id",
        "my-static-client",
        "--url",
        "https://mcp.example.com/mcp",
        "--dry-run");
  }
}

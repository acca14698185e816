package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that waits while something is done to it; gone when closed. */
record RunningHost(Process process, long pid, Path errors) implements AutoCloseable {

  /** Any program, without waiting for a word of it. */
  static RunningHost of(Path folder, String... command) throws IOException {
    return start(folder, List.of(command), Map.of());
  }

  /** The waiting host; {@code before} stands before the words of the Java command. */
  static RunningHost java(Path home, Path folder, List<String> before, List<String> options)
      throws IOException {
    return java(home, folder, before, options, Map.of(), List.of());
  }

  static RunningHost java(
      Path home,
      Path folder,
      List<String> before,
      List<String> options,
      Map<String, String> variables,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WaitingHost.class.getName());
    command.addAll(arguments);
    RunningHost host = start(folder, command, variables);
    host.awaitReady();
    return host;
  }

  /** What it has written to standard error. */
  String stderr() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    Files.delete(errors);
  }

  private static RunningHost start(Path folder, List<String> command, Map<String, String> variables)
      throws IOException {
    Path errors = Files.createTempFile("host", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(variables);
    Process process = builder.start();
    return new RunningHost(process, process.pid(), errors);
  }

  private void awaitReady() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("ready")) {
        return;
      }
    }
    throw new IOException("the host has ended: " + stderr());
  }
}

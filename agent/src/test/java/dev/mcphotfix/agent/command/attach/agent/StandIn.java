package dev.mcphotfix.agent.command.attach.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A JVM and the jar of an agent that can be loaded into it; gone when closed. */
public record StandIn(Process process, String jar) implements AutoCloseable {

  /** Starts the JVM and waits until it runs. */
  public static StandIn start(Path folder) throws IOException {
    Path jar = folder.resolve("mcp-oauth-hotfix-agent.jar");
    write(jar);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                StandInAgent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    return new StandIn(process, jar.toString());
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Stops all of its threads, on Linux, until it is ended. */
  void suspend() throws IOException, InterruptedException {
    String pid = Long.toString(pid());
    new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
    for (String state = ""; !state.equals("T"); state = state(pid)) {
      Thread.onSpinWait();
    }
  }

  /** The letter behind the name in brackets (proc_pid_stat(5)). */
  private static String state(String pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", pid, "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the JVM. */
  public void end() {
    process.destroyForcibly().onExit().join();
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in = StandIn.class.getResourceAsStream("/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", StandInAgent.class.getName());
    String name = StandInAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      zip.putNextEntry(new JarEntry(name));
      zip.write(classFile(name));
      zip.closeEntry();
    }
  }
}

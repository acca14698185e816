package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a JVM for an answer from one that has less memory than the answer needs. */
final class SmallReader {

  private SmallReader() {}

  /** What the JVM prints that asks with these options. */
  static String ask(StandIn host, String options) throws IOException {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallReader.class.getName(),
                Long.toString(host.pid()),
                host.jar(),
                options)
            .redirectErrorStream(true)
            .start();
    return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Called with a process id, a jar and options. */
  public static void main(String[] arguments) throws TargetException {
    long pid = Long.parseLong(arguments[0]);
    try (AgentLine line = AgentLine.open(pid, arguments[1], Duration.ofSeconds(30))) {
      System.out.println(line.send(arguments[2]).outcome());
    } catch (TargetException refused) {
      Finding problem = refused.problem();
      System.out.println(problem.text() + "\n" + problem.advice());
    }
  }
}

package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.bench.request.RequestBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs both benches and prints their tables: {@code Bench AGENT-JAR LIBRARIES OUTPUT}, where the
 * second is a folder with Byteman and OpenTelemetry.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Path agent = Path.of(arguments[0]).toAbsolutePath();
    Path libraries = Path.of(arguments[1]).toAbsolutePath();
    Path output = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
    Path folder = Files.createTempDirectory("bench");
    double before = Machine.load();
    try (TokenEndpoint endpoint = new TokenEndpoint()) {
      List<Measurement> measured =
          new StartBench(folder, agent, libraries, endpoint)
              .run(Integer.getInteger("bench.rounds", 5));
      Starts starts = new Starts(measured);
      System.out.println(new StartTable(starts).text());
      double between = Machine.load();
      Requests requests =
          new Requests(RequestBench.run(folder, agent, Integer.getInteger("bench.forks", 2)));
      Report report = new Report(starts, requests, List.of(before, between, Machine.load()));
      Files.writeString(output.resolve("bench.md"), report.text());
      Files.writeString(output.resolve("bench.json"), report.json());
      Files.writeString(output.resolve("performance.svg"), new Chart(starts).text());
      System.out.println(report.text());
    }
  }
}

package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent adds to the life of a short program. All programs, variants and JDKs take turns in
 * fresh JVMs, so that a busy machine is busy for all of them.
 */
final class StartBench {
  private final List<Measurement> measurements = new ArrayList<>();

  StartBench(Path folder, Path agent, Path libraries, TokenEndpoint endpoint) throws IOException {
    Variants variants = new Variants(folder, agent, libraries, endpoint.url());
    for (Jdk jdk : InstalledJdks.find()) {
      for (Program program : Programs.in(folder, endpoint.url())) {
        for (Variant variant : variants.of(program)) {
          measurements.add(new Measurement(folder, program, variant, jdk));
        }
      }
    }
  }

  List<Measurement> run(int rounds) throws IOException, InterruptedException {
    if (rounds > 0) {
      countClasses();
    }
    for (int round = 0; round < rounds; round++) {
      for (Measurement measurement : measurements) {
        measurement.run();
      }
      System.out.printf("round %d of %d, load %.1f%n", round + 1, rounds, Machine.load());
    }
    return List.copyOf(measurements);
  }

  private void countClasses() throws IOException, InterruptedException {
    for (Measurement measurement : measurements) {
      measurement.countClasses();
      System.out.println("classes counted: " + measurement);
    }
  }
}

package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One program in one variant on one JDK, run again and again. */
final class Measurement {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path folder;
  private final Program program;
  private final Variant variant;
  private final Jdk jdk;
  private final Samples samples = new Samples();

  Measurement(Path folder, Program program, Variant variant, Jdk jdk) {
    this.folder = folder;
    this.program = program;
    this.variant = variant;
    this.jdk = jdk;
  }

  Program program() {
    return program;
  }

  Variant variant() {
    return variant;
  }

  Jdk jdk() {
    return jdk;
  }

  Samples samples() {
    return samples;
  }

  /** A run that is timed. */
  void run() throws IOException, InterruptedException {
    ChildJvm child = child();
    long start = System.nanoTime();
    ChildResult result = child.run();
    long end = System.nanoTime();
    List<String> lines = checked(result).outputLines();
    String peak = lines.get(lines.size() - 1);
    samples.add((end - start) / 1e6, peak.isEmpty() ? 0 : Double.parseDouble(peak));
    if (program.name().equals(Programs.MANY)) {
      samples.addLoading(Long.parseLong(lines.get(0)));
    }
  }

  /** A run in which the classes are counted; it warms the disk, too. */
  void countClasses() throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    checked(child().withJvmArgument("-Xlog:class+load:file=" + log + "::filecount=0").run());
    try (Stream<String> lines = Files.lines(log)) {
      samples.setClasses((int) lines.count());
    }
    Files.delete(log);
  }

  private ChildJvm child() {
    return program.child(folder, jdk).withJvmArguments(variant.jvmArguments()).withLimit(LIMIT);
  }

  /** A run that did something else than was to be measured is worth nothing. */
  private ChildResult checked(ChildResult result) throws IOException {
    boolean isWell = result.exitCode() == 0 && result.stdout().contains(expected());
    boolean isQuiet =
        !variant.isOurs() || result.errorLines().stream().allMatch(Measurement::isDecision);
    if (!isWell || !isQuiet) {
      throw new IOException(this + ": " + result);
    }
    return result;
  }

  @Override
  public String toString() {
    return program.name() + ", " + variant.name() + ", JDK " + jdk.feature();
  }

  private String expected() {
    if (!program.isRefresh()) {
      return "";
    }
    return variant.heals() ? "200\n" : "400\n";
  }

  private static boolean isDecision(String line) {
    return line.startsWith("mcp-hotfix INFO");
  }
}

package dev.mcphotfix.testapp.bench.request;

import dev.mcphotfix.testapp.bench.ConfigurationFiles;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link RequestBenchmark} without and with the agent in turns, in JVMs of their own. */
public final class RequestBench {
  public static final String NONE = "no agent";
  public static final String ONE = "1 server, 1 rule";
  public static final String TRACED = "1 server, 1 rule, trace=on";
  public static final String HUNDRED = "100 servers and rules";
  public static final String MOST = "10 000 servers and rules";

  private static final URI ENDPOINT = URI.create("https://idp.example.com/token");
  private static final String ALL = "RequestBenchmark.*";
  private static final String REFRESH = "RequestBenchmark.refresh$";
  private static final String LOOKED_AT = "RequestBenchmark.(get|json|mcp)$";

  private final Path folder;
  private final Path agent;
  private final List<RequestResult> results = new ArrayList<>();

  private RequestBench(Path folder, Path agent) {
    this.folder = folder;
    this.agent = agent;
  }

  public static List<RequestResult> run(Path folder, Path agent, int forks)
      throws IOException, RunnerException {
    RequestBench bench = new RequestBench(folder, agent);
    Map<String, List<String>> variants = bench.variants();
    for (int fork = 0; fork < forks; fork++) {
      for (Jdk jdk : InstalledJdks.find()) {
        for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
          bench.fork(jdk, variant.getKey(), variant.getValue());
        }
      }
      System.out.printf("fork %d of %d%n", fork + 1, forks);
    }
    return List.copyOf(bench.results);
  }

  private Map<String, List<String>> variants() throws IOException {
    Map<String, List<String>> variants = new LinkedHashMap<>();
    variants.put(NONE, List.of());
    variants.put(ONE, withAgent(1, ""));
    variants.put(TRACED, withAgent(1, ",trace=on"));
    variants.put(HUNDRED, withAgent(100, ""));
    variants.put(MOST, withAgent(10_000, ""));
    return variants;
  }

  private List<String> withAgent(int servers, String more) throws IOException {
    Path file = folder.resolve("servers-" + servers + ".json");
    ConfigurationFiles.write(file, ENDPOINT, servers, servers, RuledMethod.class.getName());
    String log = ",log=json:" + folder.resolve("log.json");
    return List.of("-javaagent:" + agent + "=" + file + log + more);
  }

  private void fork(Jdk jdk, String variant, List<String> arguments)
      throws IOException, RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(
        switch (variant) {
          case HUNDRED, MOST -> REFRESH;
          case TRACED -> LOOKED_AT;
          default -> ALL;
        });
    options.jvm(jdk.home().resolve("bin").resolve("java").toString());
    options.jvmArgs(arguments.toArray(String[]::new));
    options.forks(1).warmupIterations(8).warmupTime(TimeValue.seconds(1));
    options.measurementIterations(3).measurementTime(TimeValue.seconds(1));
    options.addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true);
    for (RunResult run : new Runner(options.build()).run()) {
      results.add(result(jdk, variant, run));
    }
    Files.deleteIfExists(folder.resolve("log.json"));
  }

  private static RequestResult result(Jdk jdk, String variant, RunResult run) {
    Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
    return new RequestResult(
        jdk.feature(),
        variant,
        run.getPrimaryResult().getLabel(),
        run.getPrimaryResult().getScore(),
        allocated.getScore());
  }
}

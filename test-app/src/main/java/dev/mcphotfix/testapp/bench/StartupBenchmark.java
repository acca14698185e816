package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * What the agent adds to the start of a program in which there is nothing to patch: {@code
 * StartupBenchmark AGENT-JAR [RUNS]}. The variants take turns in fresh JVMs, so that a busy machine
 * is busy for all of them; medians in milliseconds.
 */
public final class StartupBenchmark {

  private static final String OPTIONS =
      "clientId=c,url=https://mcp.example.com/mcp,tokenEndpoint=https://idp.example.com/token";

  private StartupBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path agent = Path.of(arguments[0]).toAbsolutePath();
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    Path folder = Files.createTempDirectory("startup-benchmark");
    Path empty = emptyAgent(folder);
    for (Jdk jdk : InstalledJdks.find()) {
      ChildJvm hello =
          ChildJvm.of(folder, Hello.class.getName())
              .withJavaHome(jdk.home())
              .withClassPath(List.of(folder));
      Map<String, ChildJvm> variants = new LinkedHashMap<>();
      variants.put("no agent", hello);
      variants.put("empty agent", hello.withAgent(empty, ""));
      variants.put("agent, options", hello.withAgent(agent, OPTIONS));
      variants.put("agent, file", hello.withAgent(agent, "mcp-hotfix.json"));
      print(jdk, measure(variants, runs));
    }
  }

  private static Map<String, double[]> measure(Map<String, ChildJvm> variants, int runs)
      throws IOException, InterruptedException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int run = -2; run < runs; run++) {
      for (Map.Entry<String, ChildJvm> variant : variants.entrySet()) {
        double time = time(variant.getValue());
        if (run >= 0) {
          times.computeIfAbsent(variant.getKey(), name -> new ArrayList<>()).add(time);
        }
      }
    }
    Map<String, double[]> sorted = new LinkedHashMap<>();
    times.forEach(
        (name, all) ->
            sorted.put(name, all.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
    return sorted;
  }

  private static double time(ChildJvm child) throws IOException, InterruptedException {
    long start = System.nanoTime();
    ChildResult result = child.run();
    long end = System.nanoTime();
    if (result.exitCode() != 0 || !result.stderr().isEmpty()) {
      throw new IOException(result.stderr());
    }
    return (end - start) / 1e6;
  }

  private static void print(Jdk jdk, Map<String, double[]> times) {
    double floor = median(times.getOrDefault("empty agent", new double[1]));
    System.out.printf(
        "JDK %d%n%-16s %8s %8s %8s %12s%n",
        jdk.feature(), "", "median", "min", "max", "over empty");
    times.forEach(
        (name, all) ->
            System.out.printf(
                "%-16s %8.1f %8.1f %8.1f %+12.1f%n",
                name, median(all), all[0], all[all.length - 1], median(all) - floor));
  }

  private static double median(double[] sorted) {
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElse(0);
  }

  /** Puts the empty agent's jar, the program and a configuration file into the folder. */
  private static Path emptyAgent(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("mcp-hotfix.json"),
        """
        { "mcpServers": { "s": { "url": "https://mcp.example.com/mcp",
                                 "oauth": { "clientId": "c" } } } }
        """);
    Path program = folder.resolve(resource(Hello.class));
    Files.createDirectories(program.getParent());
    Files.write(program, classFile(Hello.class));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    Path jar = folder.resolve("empty.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest)) {
      entries.putNextEntry(new JarEntry(resource(EmptyAgent.class)));
      entries.write(classFile(EmptyAgent.class));
    }
    return jar;
  }

  private static String resource(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream stream = type.getResourceAsStream('/' + resource(type))) {
      if (stream == null) {
        throw new IOException("no " + type);
      }
      return stream.readAllBytes();
    }
  }
}

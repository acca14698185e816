package dev.mcphotfix.testapp.world;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One Java program to be run in a process of its own. What it prints is kept in full, and it is
 * killed when it outlives the limit. Options that the environment holds for every JVM are hidden
 * from it.
 *
 * @param javaHome the installation that runs it
 * @param jvmArguments what stands before the class path
 * @param arguments main class (or {@code -jar} and a jar) and its arguments
 * @param folder the working directory
 * @param limit how long it may run
 */
public record ChildJvm(
    Path javaHome,
    List<String> jvmArguments,
    String classPath,
    List<String> arguments,
    Path folder,
    Duration limit) {
  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(3);
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  public ChildJvm {
    jvmArguments = List.copyOf(jvmArguments);
    arguments = List.copyOf(arguments);
  }

  /** A program on the class path and the Java installation of this one. */
  public static ChildJvm of(Path folder, String... arguments) {
    return new ChildJvm(
        Path.of(System.getProperty("java.home")),
        List.of(),
        ClassArchive.inFront(absoluteClassPath(System.getProperty("java.class.path"))),
        List.of(arguments),
        folder,
        DEFAULT_LIMIT);
  }

  /** The same program in another Java installation. */
  public ChildJvm withJavaHome(Path other) {
    return new ChildJvm(other, jvmArguments, classPath, arguments, folder, limit);
  }

  /** The same program with one more argument for the JVM. */
  public ChildJvm withJvmArgument(String argument) {
    return withJvmArguments(List.of(argument));
  }

  /** The same program with more arguments for the JVM. */
  public ChildJvm withJvmArguments(List<String> arguments) {
    List<String> more = new ArrayList<>(jvmArguments);
    more.addAll(arguments);
    return new ChildJvm(javaHome, more, classPath, this.arguments, folder, limit);
  }

  /** The same program without the optimizing compiler, which is a third of so short a life. */
  public ChildJvm withQuickStart() {
    return withJvmArguments(QUICK_START);
  }

  /** The same program with the agent; its options may be empty. */
  public ChildJvm withAgent(Path jar, String options) {
    return withJvmArgument("-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options));
  }

  /** The same program with nothing but these on its class path. */
  public ChildJvm withClassPath(List<Path> only) {
    String path =
        absoluteClassPath(
            String.join(File.pathSeparator, only.stream().map(Path::toString).toList()));
    return new ChildJvm(javaHome, jvmArguments, path, arguments, folder, limit);
  }

  /** The same program with another limit. */
  public ChildJvm withLimit(Duration other) {
    return new ChildJvm(javaHome, jvmArguments, classPath, arguments, folder, other);
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it cannot be started or had to be killed
   */
  public ChildResult run() throws IOException, InterruptedException {
    Path stdout = Files.createTempFile("child", ".out");
    Path stderr = Files.createTempFile("child", ".err");
    try {
      int exitCode = exitCode(start(stdout, stderr));
      return new ChildResult(exitCode, Files.readString(stdout), Files.readString(stderr));
    } finally {
      Files.delete(stdout);
      Files.delete(stderr);
    }
  }

  boolean isQuickStart() {
    return jvmArguments.containsAll(QUICK_START);
  }

  /** Whether a class of the class path is run, neither a jar nor a module. */
  boolean isMainClass() {
    return !arguments.get(0).startsWith("-");
  }

  boolean hasArgument(String beginning) {
    return jvmArguments.stream().anyMatch(argument -> argument.startsWith(beginning));
  }

  /** Whether its class path begins with this one. */
  boolean startsWith(Path entry) {
    return (classPath + File.pathSeparator).startsWith(entry + File.pathSeparator);
  }

  private Process start(Path stdout, Path stderr) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().keySet().removeIf(ChildJvm::holdsOptions);
    return builder.start();
  }

  private int exitCode(Process process) throws IOException, InterruptedException {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new IOException("a child JVM ran longer than " + limit + " and was killed");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(jvmArguments);
    command.addAll(ClassArchive.arguments(this));
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    return command;
  }

  private static boolean holdsOptions(String variable) {
    return variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS")
        || variable.startsWith("MCP_HOTFIX_");
  }

  private static String absoluteClassPath(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : List.of(classPath.split(File.pathSeparator, -1))) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}

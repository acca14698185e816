package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Classes as a JVM has read them in an earlier life, its training: an AOT cache where the JVM knows
 * one, else a dynamic class data archive.
 */
record ClassCache(Jdk jdk, Training training) {

  /** What was there when the classes were read. */
  enum Training {
    WITHOUT_AGENT,
    WITH_ITS_MODULE,
    WITH_AGENT
  }

  private static final int KNOWS_AOT = 25;

  static Stream<ClassCache> all() {
    return InstalledJdks.find().stream()
        .flatMap(jdk -> Stream.of(Training.values()).map(how -> new ClassCache(jdk, how)));
  }

  /** Runs the client once to make the cache in its folder. */
  void make(ChildJvm client, String options) throws IOException, InterruptedException {
    ChildResult trained = withAgentOrModule(client, options).withJvmArgument(output(client)).run();
    if (trained.exitCode() != 0 || !Files.exists(file(client))) {
      throw new IOException("no cache: " + trained);
    }
  }

  /** The client with the cache and the agent. */
  ChildJvm use(ChildJvm client, String options) {
    return client
        .withJvmArgument((isAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file(client))
        .withJvmArguments(training == Training.WITH_AGENT ? allowing() : List.of())
        .withAgent(BuiltJars.agent(), options);
  }

  /** Whether the JVM throws it away beside an agent. */
  boolean isRefused() {
    return isAot() && training == Training.WITHOUT_AGENT;
  }

  /** What keeps the JVM from saying so. */
  List<String> silence() {
    return isRefused() ? List.of("-Xlog:aot=off") : List.of();
  }

  /** Whether classes of the agent are in it, too. */
  boolean holdsAgent() {
    return training == Training.WITH_AGENT;
  }

  private ChildJvm withAgentOrModule(ChildJvm client, String options) {
    return switch (training) {
      case WITHOUT_AGENT -> client;
      case WITH_ITS_MODULE -> client.withJvmArgument("--add-modules=java.instrument");
      case WITH_AGENT -> client.withJvmArguments(allowing()).withAgent(BuiltJars.agent(), options);
    };
  }

  /** What an older JVM wants before it archives beside an agent, which it warns of each time. */
  private List<String> allowing() {
    return isAot()
        ? List.of()
        : List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+AllowArchivingWithJavaAgent",
            "-XX:-PrintWarnings");
  }

  private String output(ChildJvm client) {
    return (isAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file(client);
  }

  private static Path file(ChildJvm client) {
    return client.folder().resolve("classes.cache");
  }

  private boolean isAot() {
    return jdk.feature() >= KNOWS_AOT;
  }

  @Override
  public String toString() {
    return "JDK " + jdk.feature() + " " + training;
  }
}

package dev.mcphotfix.testapp.world;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of the packaged application and its libraries as a Java installation has read, linked
 * and verified them once, in a file that child JVMs map: half of what a short life costs. Kept in
 * the folder {@code -Dit.archives}, and not used without it. Safe for concurrent use.
 */
final class ClassArchive {

  private static final String FOLDER = System.getProperty("it.archives", "");

  /** From this one on the JVM says on stdout that the JDK's own archive is not for an agent. */
  private static final int TELLS_BESIDE_AGENT = 24;

  private static final String MAKE = "-XX:ArchiveClassesAtExit=";

  private static final Map<Path, List<String>> ARGUMENTS = new ConcurrentHashMap<>();

  private ClassArchive() {}

  /** The class path with what the archive is made of in front, if one is to be used. */
  static String inFront(String classPath) {
    return FOLDER.isEmpty() ? classPath : packaged() + File.pathSeparator + classPath;
  }

  /** What makes this child use it; nothing where it could not. */
  static List<String> arguments(ChildJvm child) {
    if (FOLDER.isEmpty() || !fits(child)) {
      return List.of();
    }
    List<String> arguments = ARGUMENTS.computeIfAbsent(child.javaHome(), ClassArchive::make);
    return tellsBesideAgent(child) ? quiet(arguments) : arguments;
  }

  /**
   * An archive is for JVMs whose class path begins with the one that it was made with, and that ask
   * for no other sharing.
   */
  private static boolean fits(ChildJvm child) {
    return child.isQuickStart()
        && child.startsWith(packaged())
        && child.isMainClass()
        && !child.hasArgument(MAKE)
        && !child.hasArgument("-Xshare:");
  }

  private static boolean tellsBesideAgent(ChildJvm child) {
    return child.hasArgument("-javaagent:") && feature(child.javaHome()) >= TELLS_BESIDE_AGENT;
  }

  private static List<String> quiet(List<String> arguments) {
    List<String> more = new ArrayList<>(arguments);
    more.add("-Xlog:cds=off");
    return more;
  }

  private static int feature(Path javaHome) {
    return Jdk.in(javaHome).map(Jdk::feature).orElse(TELLS_BESIDE_AGENT);
  }

  /** By a host that connects and refreshes, so that it holds what the others will load. */
  private static List<String> make(Path javaHome) {
    try (World world = World.start(Host.REPORT)) {
      world.login();
      Path folder = Files.createDirectories(Path.of(FOLDER));
      Path archive = folder.resolve(feature(javaHome) + ".jsa");
      ChildResult result =
          world
              .child("connect")
              .withJavaHome(javaHome)
              .withClassPath(List.of(packaged()))
              .withJvmArgument(MAKE + archive)
              .run();
      return result.exitCode() == 0 && Files.exists(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive)
          : List.of();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path packaged() {
    return BuildOutput.target().resolve("mcp-oauth-test-app.jar");
  }
}

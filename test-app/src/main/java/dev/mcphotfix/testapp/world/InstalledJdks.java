package dev.mcphotfix.testapp.world;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Java installations of this machine from 17 on: the running one, those named by {@code
 * -Dit.jdks=PATH,PATH} or variables such as {@code JAVA_HOME_25_X64}, and those in the usual
 * folders. Of several with one major version the first found is taken.
 */
public final class InstalledJdks {
  private static final int OLDEST = 17;
  private static final List<Integer> SUPPORTED = List.of(17, 25);

  private InstalledJdks() {}

  /** One installation for each major version, the oldest first. */
  public static List<Jdk> find() {
    return select(candidates(System.getProperty("it.jdks", ""), System.getenv()));
  }

  /** Whether all is asked for that can be run: {@code -Pthorough}. */
  public static boolean isThorough() {
    return Boolean.getBoolean("it.thorough");
  }

  /** All of them where that is asked for; else the newest, for what others prove on each. */
  public static List<Jdk> thorough() {
    return isThorough() ? find() : newest();
  }

  /** The newest of them alone, for what does not depend on the installation. */
  public static List<Jdk> newest() {
    List<Jdk> jdks = find();
    return jdks.subList(jdks.size() - 1, jdks.size());
  }

  /** The oldest of them alone, whose JVM starts soonest where an agent is given at launch. */
  public static List<Jdk> oldest() {
    return find().subList(0, 1);
  }

  /** The major versions that the agent is tested on and that are not among these. */
  public static List<Integer> missing(List<Jdk> jdks) {
    List<Integer> missing = new ArrayList<>(SUPPORTED);
    missing.removeAll(jdks.stream().map(Jdk::feature).toList());
    return missing;
  }

  /** The installations among these folders, without those too old or of a version met before. */
  static List<Jdk> select(Set<Path> folders) {
    List<Jdk> jdks = new ArrayList<>();
    for (Path folder : folders) {
      Jdk.in(folder)
          .filter(jdk -> jdk.feature() >= OLDEST)
          .filter(jdk -> jdks.stream().noneMatch(other -> other.feature() == jdk.feature()))
          .ifPresent(jdks::add);
    }
    jdks.sort(Comparator.comparingInt(Jdk::feature));
    return List.copyOf(jdks);
  }

  private static Set<Path> candidates(String named, Map<String, String> environment) {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(Path.of(System.getProperty("java.home")));
    Stream.of(named.split(",")).filter(path -> !path.isBlank()).map(Path::of).forEach(folders::add);
    environment.forEach(
        (name, value) -> {
          if (name.toUpperCase(Locale.ROOT).startsWith("JAVA_HOME")) {
            folders.add(Path.of(value));
          }
        });
    usualFolders().forEach(parent -> folders.addAll(children(parent)));
    return folders;
  }

  private static List<Path> usualFolders() {
    String home = System.getProperty("user.home");
    return List.of(
        Path.of("/usr/lib/jvm"),
        Path.of("/Library/Java/JavaVirtualMachines"),
        Path.of("C:\\Program Files\\Java"),
        Path.of("C:\\Program Files\\Eclipse Adoptium"),
        Path.of(home, ".sdkman", "candidates", "java"),
        Path.of(home, ".jdks"));
  }

  /** The folders in this one; on macOS the installation is two levels further down. */
  private static List<Path> children(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .sorted()
          .flatMap(
              folder -> Stream.of(folder, folder.resolve("Contents" + File.separator + "Home")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.mcphotfix.testapp.world;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** A Java installation; {@code feature} is its major version. */
public record Jdk(Path home, int feature) {

  /** The installation in this folder, if there is one; links are resolved. */
  static Optional<Jdk> in(Path folder) {
    Path release = folder.resolve("release");
    if (!Files.isRegularFile(release) || !hasLauncher(folder)) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(release)) {
      Properties properties = new Properties();
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Optional.of(new Jdk(folder.toRealPath(), Runtime.Version.parse(version).feature()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean hasLauncher(Path folder) {
    Path bin = folder.resolve("bin");
    return Files.isExecutable(bin.resolve("java")) || Files.isExecutable(bin.resolve("java.exe"));
  }
}

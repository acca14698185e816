package dev.mcphotfix.testapp.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build has made: the jars, and lists of the libraries that hosts need. */
public final class BuildOutput {
  /** Makes all of the lists. */
  public static final String COMMAND = "mvn -q -DskipUnitTests pre-integration-test";

  private BuildOutput() {}

  /** The folder of all that, as seen from the application's own jar or class folder. */
  public static Path target() {
    String own =
        BuildOutput.class.getProtectionDomain().getCodeSource().getLocation().toExternalForm();
    return Path.of(URI.create(own)).resolveSibling("");
  }

  /** Whether the build has made the list of that name. */
  public static boolean isThere(String name) {
    return Files.isRegularFile(list(name));
  }

  /** The packaged application, and the libraries in the list of that name. */
  static List<Path> classPath(String name) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(target().resolve("mcp-oauth-test-app.jar")));
    Files.readAllLines(list(name)).forEach(line -> classPath.add(Path.of(line)));
    return classPath;
  }

  private static Path list(String name) {
    return target().resolve("stacks").resolve(name);
  }
}

package dev.mcphotfix.testapp;

import java.net.URI;
import java.nio.file.Path;

/** Where the build puts the jars, seen from this application's own jar or class folder. */
final class BuiltJars {
  private BuiltJars() {}

  static Path agent() {
    return target()
        .resolve(Path.of("..", "..", "agent", "target", "mcp-oauth-hotfix-agent.jar"))
        .normalize();
  }

  static Path testApplication() {
    return target().resolve("mcp-oauth-test-app.jar");
  }

  /** This application's own classes, without any library. */
  static Path classes() {
    return target().resolve("classes");
  }

  /** A list for each version of each HTTP library. */
  static Path stacks() {
    return target().resolve("stacks");
  }

  private static Path target() {
    String own =
        BuiltJars.class.getProtectionDomain().getCodeSource().getLocation().toExternalForm();
    return Path.of(URI.create(own)).resolveSibling("");
  }
}

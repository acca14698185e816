package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.BuildOutput;
import java.nio.file.Path;

/** Where the build puts the jars, seen from this application's own jar or class folder. */
final class BuiltJars {
  private BuiltJars() {}

  static Path agent() {
    return BuildOutput.target()
        .resolve(Path.of("..", "..", "agent", "target", "mcp-oauth-hotfix-agent.jar"))
        .normalize();
  }

  static Path testApplication() {
    return BuildOutput.target().resolve("mcp-oauth-test-app.jar");
  }

  /** This application's own classes, without any library. */
  static Path classes() {
    return BuildOutput.target().resolve("classes");
  }

  /** A list for each version of each HTTP library. */
  static Path stacks() {
    return BuildOutput.target().resolve("stacks");
  }
}

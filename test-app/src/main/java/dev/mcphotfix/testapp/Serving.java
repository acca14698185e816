package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;

/** The servers alone, for a client that somebody else runs: with the agent's commands beside it. */
record Serving(Host host, World world, Screen screen) {

  /** Until the input ends. */
  void run(BufferedReader input) throws IOException, InterruptedException {
    ChildResult login = world.child("login").run();
    if (login.exitCode() != 0) {
      throw new IOException("the login failed: " + login.stdout() + login.stderr());
    }
    Files.deleteIfExists(world.folder().resolve(World.AGENT_CONFIGURATION)); // It is yet to come.
    world.authorizationServer().expireAccessTokens();
    screen.line("The servers run. The client has logged in, and its access token has expired:");
    screen.line("");
    screen.line("  cd " + world.folder());
    screen.line("  java -cp " + world.child().classPath() + " " + host.mainClass() + " connect");
    screen.line("");
    screen.line("With stay instead of connect it runs on, and connects for each line it is given.");
    screen.line("Then list shows its process id, and heal or another command can be tried on it:");
    screen.line("");
    screen.line("  java -jar " + BuiltJars.agent() + " list");
    screen.line("");
    screen.line("Each line given here lets the access token expire.");
    screen.line("Ctrl-C ends the servers and deletes the folder.");
    while (input.readLine() != null) {
      world.authorizationServer().expireAccessTokens();
      screen.line("The access token has expired.");
    }
  }
}

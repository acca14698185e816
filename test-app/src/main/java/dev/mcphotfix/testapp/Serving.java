package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.io.BufferedReader;
import java.io.IOException;

/** The servers alone, for a client that somebody else runs: with the agent's commands beside it. */
record Serving(Host host, World world, Screen screen) {

  /** Until the input ends. */
  void run(BufferedReader input) throws IOException, InterruptedException {
    ChildResult login = world.child("login").run();
    if (login.exitCode() != 0) {
      throw new IOException("the login failed: " + login.stdout() + login.stderr());
    }
    world.authorizationServer().expireAccessTokens();
    screen.line("The servers run. The client has logged in, and its access token has expired:");
    screen.line("");
    screen.line("  cd " + world.folder());
    screen.line("  java -cp " + world.child().classPath() + " " + host.mainClass() + " connect");
    screen.line("");
    screen.line("With stay instead of connect it runs on, and connects for each line it is given.");
    screen.line(
        "Each line given here lets the access token expire; Ctrl-C ends the servers and deletes the folder.");
    while (input.readLine() != null) {
      world.authorizationServer().expireAccessTokens();
      screen.line("The access token has expired.");
    }
  }
}

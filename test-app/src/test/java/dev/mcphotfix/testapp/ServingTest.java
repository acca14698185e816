package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** The servers for a client that an operator runs. */
class ServingTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void tellsHowToRunAClientWhoseAccessTokenHasExpired() throws Exception {
    try (World world = World.start(Host.REPORT)) {
      serve(world, new StringReader(""));

      assertThat(printed.toString(UTF_8))
          .contains("cd " + world.folder(), " " + Host.REPORT.mainClass() + " connect");
      assertThat(world.run("connect")).startsWith("Failed to reconnect");
      assertThat(world.folder().resolve(World.AGENT_CONFIGURATION))
          .as("which heal writes, over no other")
          .doesNotExist();
    }
  }

  @Test
  void letsTheNextAccessTokenExpireWithEachLine() throws Exception {
    try (World world = World.start(Host.REPORT)) {
      serve(world, new LoginBeforeALine(world));

      assertThat(printed.toString(UTF_8)).containsOnlyOnce("The access token has expired.");
      assertThat(world.run("connect")).startsWith("Failed to reconnect");
    }
  }

  private void serve(World world, Reader input) throws IOException, InterruptedException {
    Screen screen = new Screen(new PrintStream(printed, true, UTF_8));
    new Serving(Host.REPORT, world, screen).run(new BufferedReader(input));
  }

  /** One line, and before it a login that makes the client's token good again. */
  private static final class LoginBeforeALine extends StringReader {

    private final World world;
    private boolean asked;

    LoginBeforeALine(World world) {
      super("\n");
      this.world = world;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      try {
        if (!asked) {
          asked = true;
          world.login();
        }
        return super.read(buffer, offset, length);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}

package dev.mcphotfix.testapp.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir private Path folder;

  /** Says where it is and what it was given. */
  static final class Speaker {
    public static void main(String[] arguments) {
      System.out.println(new File("").getAbsoluteFile().getName());
      System.err.println(System.getProperty("given") + arguments[0]);
      System.exit(3);
    }
  }

  /** Never ends. */
  static final class Sleeper {
    public static void main(String[] arguments) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  @Test
  void keepsOutputAndExitCode() throws Exception {
    ChildJvm child =
        ChildJvm.of(folder, Speaker.class.getName(), "-argument").withJvmArgument("-Dgiven=x");

    ChildResult result = child.run();

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.outputLines()).containsExactly(folder.getFileName().toString());
    assertThat(result.errorLines()).containsExactly("x-argument");
  }

  @Test
  void killsAChildThatOutlivesItsLimit() {
    ChildJvm child = ChildJvm.of(folder, Sleeper.class.getName()).withLimit(Duration.ofMillis(300));

    assertThatThrownBy(child::run).isInstanceOf(IOException.class).hasMessageContaining("killed");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void namesTheAgentBeforeTheClassPath() {
    ChildJvm child = ChildJvm.of(folder, "Main").withAgent(Path.of("agent.jar"), "c.json");

    assertThat(child.jvmArguments()).containsExactly("-javaagent:agent.jar=c.json");
  }

  @Test
  void leavesTheOptionsOfTheAgentOutWhereThereAreNone() {
    ChildJvm child = ChildJvm.of(folder, "Main").withAgent(Path.of("agent.jar"), "");

    assertThat(child.jvmArguments()).containsExactly("-javaagent:agent.jar");
  }
}

package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void tellsTheJarFromItsArguments() {
    JavaCommand command = of("/usr/bin/java", "-Xmx1g", "-jar", "/opt/my app.jar", "--token", "x");

    assertThat(command.main()).isEqualTo("/opt/my app.jar");
    assertThat(command.isJar()).isTrue();
    assertThat(command.options()).containsExactly("-Xmx1g");
    assertThat(command.arguments()).containsExactly("--token", "x");
  }

  @Test
  void tellsTheMainClassFromTheClassPath() {
    JavaCommand command = of("java", "-cp", "a.jar:b.jar", "--add-modules", "x.y", "org.acme.Main");

    assertThat(command.main()).isEqualTo("org.acme.Main");
    assertThat(command.classPath()).isEqualTo("a.jar:b.jar");
  }

  @Test
  void knowsModules() {
    assertThat(of("java", "-p", "mods", "-m", "org.acme/org.acme.Main").main())
        .isEqualTo("org.acme/org.acme.Main");
  }

  @Test
  void leavesAProgramThatIsNoLauncherAlone() {
    assertThat(of("/opt/ide/bin/ide", "--password", "hunter2").main()).isNull();
  }

  private static JavaCommand of(String... words) {
    return JavaCommand.of(List.of(words));
  }
}

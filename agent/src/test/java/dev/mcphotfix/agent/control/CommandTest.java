package dev.mcphotfix.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandTest {

  @Test
  void takesAStatusApart() {
    assertThat(Command.parse("command=status,request=7f3a,for=60"))
        .isEqualTo(new Command(Command.Kind.STATUS, "7f3a", 60, null));
  }

  @Test
  void leavesTheOptionsOfAReloadAsTheyAre() {
    assertThat(Command.parse("command=reload,my\\,file.json,log=file:a,request=2"))
        .isEqualTo(new Command(Command.Kind.RELOAD, "2", 0, "my\\,file.json,log=file:a,request=2"));
  }

  @Test
  void hasNoOptionsWhereNoneAreGiven() {
    assertThat(Command.parse("command=reload"))
        .isEqualTo(new Command(Command.Kind.RELOAD, null, 0, null));
  }

  @Test
  void saysWhichCommandsThereAre() {
    assertThatThrownBy(() -> Command.parse("command=statsu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("status, reload and detach");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "121", "-1", "long", ""})
  void refusesALeaseWithoutABound(String seconds) {
    assertThatThrownBy(() -> Command.parse("command=status,for=" + seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 120");
  }
}

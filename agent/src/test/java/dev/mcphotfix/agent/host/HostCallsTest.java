package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HostCallsTest {

  private final List<String> host = new ArrayList<>(List.of("a"));

  @Test
  void callsAMethodOfAClassThatIsNotPublic() {
    assertThat(HostCalls.call(List.of("a"), "get", 0)).isEqualTo("a");
  }

  @Test
  void tellsWhatAMethodOfTheHostThrew() {
    assertThatThrownBy(() -> HostCalls.call(host, "get", 1))
        .isInstanceOf(HostCallException.class)
        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void callsAPublicMethodOfAClassThatIsNotPublic() {
    assertThat(HostCalls.call(new Hidden(), "answer")).isEqualTo("hidden");
  }

  @Test
  void readsAndChangesAFieldOfASuperclass() {
    Hidden hidden = new Hidden() {};

    HostCalls.setField(hidden, "count", 3L);

    assertThat(hidden.count).isEqualTo(3);
    assertThat(HostCalls.field(hidden, "count")).isEqualTo(3L);
  }

  @Test
  void saysWhichFieldThereIsNot() {
    assertThatThrownBy(() -> HostCalls.setField(host, "nothing", 1))
        .isInstanceOf(HostCallException.class)
        .hasMessage("no field nothing in java.util.ArrayList");
    assertThatThrownBy(() -> HostCalls.field(host, "nothing"))
        .isInstanceOf(HostCallException.class);
  }

  private static class Hidden {

    private long count;

    @SuppressWarnings({"EffectivelyPrivate", "unused"}) // Called by its name.
    public String answer() {
      return "hidden";
    }
  }
}

package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

final class HostCallsTest {

  private final List<String> host = new ArrayList<>(List.of("a"));

  @Test
  void findsAClassByTheNameThatItsLibraryGivesIt() {
    assertThat(HostCalls.type(host, "java.util.concurrent.Flow")).isEqualTo(Flow.class);
  }

  @Test
  void findsAClassOfALibraryWhosePackagesWereMovedBelowAnother() {
    assertThat(HostCalls.type(host, "concurrent.Flow")).isEqualTo(Flow.class);
  }

  @Test
  void saysWhichClassIsNotThere() {
    assertThatThrownBy(() -> HostCalls.type(host, "okhttp3.Request"))
        .isInstanceOf(HostCallException.class)
        .hasMessage("no class okhttp3.Request beside java.util.ArrayList");
  }

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

  private static final class Hidden {

    @SuppressWarnings({"EffectivelyPrivate", "unused"}) // Called by its name.
    public String answer() {
      return "hidden";
    }
  }
}

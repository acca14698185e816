package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

final class LibraryTypeTest {

  private final List<String> host = new ArrayList<>();

  @Test
  void findsAClassByTheNameThatItsLibraryGivesIt() {
    assertThat(LibraryType.near(host, "java.util.concurrent.Flow")).isEqualTo(Flow.class);
  }

  @Test
  void findsAClassOfALibraryWhosePackagesWereMovedBelowAnother() {
    assertThat(LibraryType.near(host, "concurrent.Flow")).isEqualTo(Flow.class);
  }

  @Test
  void saysWhichClassIsNotThere() {
    assertThatThrownBy(() -> LibraryType.near(host, "okhttp3.Request"))
        .isInstanceOf(HostCallException.class)
        .hasMessage("no class okhttp3.Request beside java.util.ArrayList");
  }
}

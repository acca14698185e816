package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StandInTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final Host host = new Host();

  @Test
  void answersInPlaceOfTheHostsOwnObject() throws IOException {
    assertThat(standIn(call -> "ours").read("a")).isEqualTo("ours");
    assertThat(host.calls).isZero();
  }

  @Test
  void passesACallOn() throws IOException {
    assertThat(standIn(StandInCall::pass).read("a")).isEqualTo("read a");
  }

  @Test
  void passesAChangedCallOn() throws IOException {
    assertThat(standIn(call -> call.passWith("b")).read("a")).isEqualTo("read b");
  }

  @Test
  void throwsWhatTheHostsOwnObjectThrows() {
    host.failure = new IOException("of the host");

    assertThatThrownBy(() -> standIn(StandInCall::pass).read("a")).isSameAs(host.failure);
    assertThat(failures).isEmpty();
  }

  @Test
  void throwsWhatAnotherObjectOfTheHostThrows() {
    host.failure = new IOException("of the host");

    assertThatThrownBy(() -> standIn(call -> HostCalls.pass(host, "read", "b")).read("a"))
        .isSameAs(host.failure);
    assertThat(failures).isEmpty();
  }

  @Test
  void throwsAnErrorOfTheHost() {
    host.failure = new StackOverflowError();

    assertThatThrownBy(() -> standIn(StandInCall::pass).read("a")).isSameAs(host.failure);
  }

  @Test
  void goesOnToTheHostsOwnObjectWhereOurPartFails() throws IOException {
    for (Throwable ours : List.of(new IllegalStateException(), new Error(), new IOException())) {
      Source source =
          standIn(
              call -> {
                throw ours;
              });

      assertThat(source.read("a")).isEqualTo("read a");
      assertThat(failures).endsWith(ours);
    }
  }

  @Test
  void goesOnWhereALibraryIsNotAsItIsExpected() throws IOException {
    assertThat(standIn(call -> HostCalls.pass(host, "unknown")).read("a")).isEqualTo("read a");
    assertThat(failures).hasOnlyElementsOfType(HostCallException.class).hasSize(1);
  }

  @Test
  void callsTheHostsOwnObjectOnceWhereOurPartFailsAfterThat() throws IOException {
    Source source =
        standIn(
            call -> {
              call.pass();
              throw new IllegalStateException();
            });

    assertThat(source.read("a")).isEqualTo("read a");
    assertThat(host.calls).isEqualTo(1);
    assertThat(failures).hasSize(1);
  }

  @Test
  void isAnObjectOfItsOwn() {
    Source source = standIn(call -> "ours");

    assertThat(List.of(source)).contains(source);
    assertThat(source).isNotEqualTo(host).isNotEqualTo(standIn(call -> "ours"));
    assertThat(source.hashCode()).isEqualTo(System.identityHashCode(source));
    assertThat(source.toString()).contains("StandIn").contains(Host.class.getName());
  }

  @Test
  void isToldFromAnObjectOfTheHost() {
    StandIn standIn = StandIn.of(host, failures::add, call -> "ours");

    assertThat(StandIn.behind(standIn.as(Source.class), StandIn.class)).isSameAs(standIn);
    assertThat(StandIn.behind(host, StandIn.class)).isNull();
    assertThat(StandIn.behind(null, StandIn.class)).isNull();
  }

  private Source standIn(StandIn.Answer answer) {
    return (Source) StandIn.of(host, failures::add, answer).as(Source.class);
  }

  /** As a library's interface. */
  public interface Source {

    @Nullable Object read(String name) throws IOException;
  }

  /** As a library's object. */
  public static final class Host implements Source {

    private @Nullable Throwable failure;
    private int calls;

    @Override
    public Object read(String name) throws IOException {
      calls++;
      if (failure instanceof IOException io) {
        throw io;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return "read " + name;
    }
  }
}

package dev.mcphotfix.agent.weave;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hook replaces of a call, and what it leaves alone. */
final class WovenTargetsTest extends WovenHost {

  @Test
  void replacesAnArgumentBesidePrimitives() throws Exception {
    install(catalogue.rule(CLIENT, "postStatic", null, new Target.Argument(1), PATCH));

    assertThat(call(client(), "postStatic", 7L, "a")).isEqualTo("a!7");
  }

  @Test
  void replacesAPrimitiveArgument() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Argument(0), call -> 42));

    assertThat(call(client(), "size", 1)).isEqualTo(42);
  }

  @Test
  void replacesAnArgumentOnceInAMethodThatComesBackToItsBeginning() throws Exception {
    install(catalogue.rule(CLIENT, "postAgain", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "postAgain", "a")).isEqualTo("a!");
  }

  @Test
  void replacesAnArrayArgument() throws Exception {
    byte[] patched = {1};
    install(
        catalogue.rule(CLIENT, "bytes", List.of("byte[]"), new Target.Argument(0), c -> patched));

    assertThat(call(client(), "bytes", new byte[0])).isSameAs(patched);
  }

  @Test
  void showsWhatIsWrittenAndNeverChangesIt() throws Exception {
    List<Object> shown = outgoing();
    byte[] bytes = "-POST".getBytes(ISO_8859_1);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, 4);

    assertThat(call(create("Outgoing"), "stream", bytes, 1, 4)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "channel", buffer)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "gather", new ByteBuffer[] {buffer, buffer}, 1, 1))
        .isEqualTo(4);

    assertThat(shown).hasSize(3);
    assertThat(buffer.position()).isEqualTo(1);
    assertThat(catalogue.failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[1]", "<a/>", "\u0017\u0003\u0003", "\u00ff", ""})
  void doesNotShowWhatItsFirstByteTells(String text) throws Exception {
    List<Object> shown = outgoing();
    byte[] bytes = text.getBytes(ISO_8859_1);

    assertThat(call(create("Outgoing"), "stream", bytes, 0, bytes.length)).isEqualTo(bytes.length);
    if (bytes.length > 0) {
      call(create("Outgoing"), "channel", ByteBuffer.wrap(bytes));
      call(create("Outgoing"), "gather", new ByteBuffer[] {ByteBuffer.wrap(bytes)}, 0, 1);
    }

    assertThat(shown).isEmpty();
  }

  @Test
  void leavesAWriteOfNothingThatIsThereAlone() throws Exception {
    List<Object> shown = outgoing();

    assertThat(call(create("Outgoing"), "stream", new byte[1], 3, 4)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "gather", new ByteBuffer[0], 0, 0)).isEqualTo(0);

    assertThat(shown).isEmpty();
  }

  /** What is shown of its calls. */
  private List<Object> outgoing() throws Exception {
    List<Object> shown = new ArrayList<>();
    for (String method : List.of("stream", "channel", "gather")) {
      catalogue.rule(
          HOST + "Outgoing", method, null, new Target.Written(), call -> shown.add(call.value()));
    }
    install(catalogue);
    return shown;
  }

  @Test
  void replacesAReturnValue() throws Exception {
    install(catalogue.rule(CLIENT, "postPrivate", null, new Target.Return(), PATCH));

    assertThat(call(client(), "callPrivate", "a")).isEqualTo("a!");
  }

  @Test
  void returnsSomethingWithoutRunningTheMethod() throws Exception {
    install(
        catalogue.rule(CLIENT, "fails", null, new Target.Instead(), c -> "for " + c.arguments()));

    assertThat(call(client(), "fails", "a")).isEqualTo("for [a]");
  }

  @Test
  void returnsANumberWithoutRunningTheMethod() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Instead(), call -> 7));

    assertThat(call(client(), "size", 3)).isEqualTo(7);
  }

  @Test
  void runsTheMethodWhereSomethingOfAnotherTypeIsGiven() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Instead(), call -> "7"));

    assertThat(call(client(), "size", 3)).isEqualTo(3);
  }

  @Test
  void runsTheMethodThatNothingIsGivenInsteadOf() throws Exception {
    install(catalogue.rule(CLIENT, "postPrivate", null, new Target.Instead(), LEAVE));

    assertThat(call(client(), "callPrivate", "a")).isEqualTo("a");
  }

  @Test
  void handsTheArgumentsOfTheCallToAReturnHook() throws Exception {
    install(
        catalogue.rule(
            CLIENT, "postLocked", null, new Target.Return(), c -> "for " + c.arguments()));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("for [a]");
  }

  @Test
  void handsTheArgumentsOfTheCallToAReturnHookOfAMethodThatChangesThem() throws Exception {
    HookHandler arguments = call -> call.value() + "" + call.arguments();
    install(catalogue.rule(CLIENT, "postTrimmed", List.of(STRING), new Target.Return(), arguments));

    assertThat(call(client(), "postTrimmed", " a")).isEqualTo("a[ a]");
  }

  @Test
  void catchesNothingMoreInAMethodThatReturnsFromWithinWhatItCatches() throws Exception {
    HookHandler fails =
        call -> {
          throw new StringIndexOutOfBoundsException();
        };
    install(catalogue.rule(CLIENT, "postGuarded", List.of(STRING), new Target.Return(), fails));

    assertThat(call(client(), "postGuarded", "a")).isEqualTo("a");
    assertThat(catalogue.failures).hasSize(1);
  }

  @Test
  void leavesAFailingMethodItsException() throws Exception {
    install(catalogue.rule(CLIENT, "fails", null, new Target.Return(), PATCH));

    assertThatThrownBy(() -> call(client(), "fails", "a"))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("a");
  }

  @Test
  void replacesAConstructorsArgument() throws Exception {
    install(catalogue.rule(CLIENT, "<init>", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none!");
  }

  @Test
  void replacesAFieldThatAConstructorHasSet() throws Exception {
    install(catalogue.rule(CLIENT, "<init>", List.of(STRING), new Target.Field("given"), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none!");
  }

  @Test
  void replacesAFieldBeforeAndAfterAMethodUsesIt() throws Exception {
    install(catalogue.rule(CLIENT, "send", null, new Target.Field("form"), PATCH));
    Object client = client();

    call(client, "send");

    assertThat(call(client, "form")).isEqualTo("none! sent!");
  }

  @Test
  void replacesAFieldInAMethodThatReturnsSomething() throws Exception {
    install(catalogue.rule(CLIENT, "form", null, new Target.Field("form"), PATCH));
    Object client = client();

    assertThat(call(client, "form")).isEqualTo("none!");
    assertThat(call(client, "form")).isEqualTo("none!!!");
  }

  @Test
  void leavesAFieldAloneForWhichItIsGivenAnotherType() throws Exception {
    install(catalogue.rule(CLIENT, "form", null, new Target.Field("form"), call -> 7));

    assertThat(call(client(), "form")).isEqualTo("none");
  }

  @Test
  void leavesAFinalFieldAlone() throws Exception {
    install(catalogue.rule(CLIENT, "send", null, new Target.Field("given"), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none");
    assertThat(catalogue.why()).contains("final");
  }

  @Test
  void leavesAFinalFieldOfASuperclassAloneInAConstructorToo() throws Exception {
    install(catalogue.rule(HOST + "FileStore", "<init>", null, new Target.Field("folder"), PATCH));

    create("FileStore");

    assertThat(catalogue.events(host)).containsExactly("hook not woven");
    assertThat(catalogue.why()).contains("final");
  }

  @Test
  void leavesTheValueAloneWhenAHandlerThrows() throws Exception {
    install(
        catalogue.rule(
            CLIENT,
            "postLocked",
            null,
            new Target.Argument(0),
            call -> {
              throw new IllegalStateException("broken");
            }));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("a");
    assertThat(catalogue.failures).singleElement().asString().contains("broken");
  }

  @Test
  void leavesTheValueAloneWhenAHandlerAnswersAnotherType() throws Exception {
    install(catalogue.rule(CLIENT, "postLocked", null, new Target.Argument(0), call -> 42));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("a");
  }

  @Test
  void leavesTheCallsOfAHandlerAlone() throws Exception {
    Object[] self = new Object[1];
    install(
        catalogue.rule(
            CLIENT,
            "postLocked",
            null,
            new Target.Argument(0),
            call -> {
              try {
                return call(self[0], "postLocked", "inner") + "!";
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            }));
    self[0] = client();

    assertThat(call(self[0], "postLocked", "a")).isEqualTo("inner!");
  }

  @Test
  void saysWhichArgumentsThereAre() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Argument(1), PATCH));

    client();

    assertThat(catalogue.why()).isEqualTo("there is no arg1; number of parameters: 1");
  }
}

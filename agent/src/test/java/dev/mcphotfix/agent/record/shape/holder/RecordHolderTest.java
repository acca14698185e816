package dev.mcphotfix.agent.record.shape.holder;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.record.HookFixture;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecordHolderTest {

  private static final Credential BARE = new Credential("example-server", "rt", null);
  private static final Credential HEALED = new Credential("example-server", "rt", ID);
  private static final Credential OTHER = new Credential("example-server", "rt", "other");
  private static final Credential ELSEWHERE = new Credential("elsewhere", "rt", null);

  private final HookFixture hook = HookFixture.example();

  @Test
  void answersAnotherOptional() {
    assertThat(hook.handle(Optional.of(BARE))).isEqualTo(Optional.of(HEALED));
  }

  @Test
  void keepsAnOptionalWhoseRecordIsHealedInPlace() {
    Map<String, Object> record = HookFixture.record();

    assertThat(hook.handle(Optional.of(record))).isNull();
    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void leavesOptionalsAlone() {
    assertThat(hook.handle(Optional.empty())).isNull();
    assertThat(hook.handle(Optional.of(OTHER))).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void decidesOnEachElement() {
    List<@Nullable Credential> list = new ArrayList<>(Arrays.asList(OTHER, BARE, null, ELSEWHERE));

    assertThat(hook.handle(list)).isNull();
    assertThat(list).containsExactly(OTHER, HEALED, null, ELSEWHERE);
    assertThat(hook.reasons())
        .containsExactly("record-other-client", "record-patched", "record-unmatched");
  }

  @SuppressWarnings("JdkObsolete") // hosts have them
  static List<List<Credential>> changeable() {
    return List.of(
        new ArrayList<>(List.of(BARE, OTHER)),
        new LinkedList<>(List.of(BARE, OTHER)),
        new CopyOnWriteArrayList<>(List.of(BARE, OTHER)),
        Arrays.asList(BARE, OTHER));
  }

  @ParameterizedTest
  @MethodSource("changeable")
  void changesAListInPlace(List<Credential> list) {
    assertThat(hook.handle(list)).isNull();
    assertThat(list).containsExactly(HEALED, OTHER);
  }

  @SuppressWarnings("JdkObsolete") // hosts have them
  static List<List<Credential>> unmodifiable() {
    return List.of(
        List.of(BARE, OTHER, BARE),
        Collections.unmodifiableList(new ArrayList<>(List.of(BARE, OTHER, BARE))),
        Collections.unmodifiableList(new LinkedList<>(List.of(BARE, OTHER, BARE))),
        new ImmutableList<>(List.of(BARE, OTHER, BARE)));
  }

  @ParameterizedTest
  @MethodSource("unmodifiable")
  void copiesAnUnmodifiableList(List<Credential> list) {
    Object answer = hook.handle(list);

    assertThat(answer).isEqualTo(List.of(HEALED, OTHER, HEALED));
    assertThat(list).containsExactly(BARE, OTHER, BARE);
    assertThat(answer instanceof ImmutableList).isEqualTo(list instanceof ImmutableList);
  }

  @Test
  void keepsAnUnmodifiableListWhoseRecordsAreHealedInPlace() {
    Map<String, Object> record = HookFixture.record();

    assertThat(hook.handle(List.of(record))).isNull();
    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void leavesAListAloneThatNoCopyCanStandInFor() {
    assertThat(hook.handle(new OwnList<>(List.of(BARE)))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesListsAlone() {
    assertThat(hook.handle(List.of())).isNull();
    assertThat(hook.handle(List.of(OTHER))).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void changesNoListWhenObserving() {
    List<Credential> list = new ArrayList<>(List.of(BARE));

    assertThat(hook.observing().handle(list)).isNull();
    assertThat(list).containsExactly(BARE);
  }

  @Test
  void mapsAMono() {
    Sinks.One<Credential> sink = Sinks.one();
    List<Credential> seen = new ArrayList<>();

    used(sink.asMono()).subscribe(seen::add);

    assertThat(seen).isEmpty();
    sink.tryEmitValue(BARE);
    assertThat(seen).containsExactly(HEALED);
  }

  @Test
  void passesOnWhatAMonoIsToLeaveAlone() {
    IllegalStateException failure = new IllegalStateException();

    assertThat(used(Mono.just(OTHER)).block()).isSameAs(OTHER);
    assertThat(used(Mono.<Credential>empty()).block()).isNull();
    assertThatThrownBy(() -> used(Mono.error(failure)).block()).isSameAs(failure);
  }

  @Test
  void cancelsAMono() {
    List<String> seen = new ArrayList<>();
    Mono<Credential> mono = Mono.<Credential>never().doOnCancel(() -> seen.add("cancelled"));

    used(mono).subscribe().dispose();

    assertThat(seen).containsExactly("cancelled");
  }

  @Test
  void mapsAMonoOnce() {
    assertThat(hook.handle(used(Mono.just(BARE)))).isNull();
  }

  @Test
  void mapsAFlux() {
    Object answer = hook.handle(Flux.just(BARE, ELSEWHERE));

    assertThat(answer).isInstanceOf(Flux.class);
    assertThat(((Flux<?>) answer).collectList().block()).isEqualTo(List.of(HEALED, ELSEWHERE));
  }

  @SuppressWarnings("unchecked") // the type that it had
  private Mono<Credential> used(Mono<Credential> mono) {
    Object answer = hook.handle(mono);
    assertThat(answer).isInstanceOf(Mono.class);
    return (Mono<Credential>) answer;
  }

  private record Credential(String serverName, String refreshToken, @Nullable String clientId) {}

  /** As a host may write one, whose methods take nothing else. */
  private static class OwnList<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> elements;

    OwnList(List<T> elements) {
      this.elements = List.copyOf(elements);
    }

    @Override
    public T get(int index) {
      return elements.get(index);
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  /** As libraries have one. */
  private static final class ImmutableList<T> extends OwnList<T> {
    ImmutableList(List<T> elements) {
      super(elements);
    }

    @SuppressWarnings("unused") // as a library has it
    static <T> ImmutableList<T> copyOf(java.util.Collection<? extends T> elements) {
      return new ImmutableList<>(List.copyOf(elements));
    }
  }
}

package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a method of the host's is given in place of its parameters. */
final class FormRuleTest {

  private static final String ID = "my-static-client";

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void changesAFormThatIsText() {
    assertThat(handle(REFRESH)).isEqualTo(CHANGED);

    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void changesAFormOfBytes() {
    assertThat((byte[]) handle(REFRESH.getBytes(StandardCharsets.ISO_8859_1)))
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatHasTheId() {
    assertThat(handle(CHANGED)).isEqualTo(CHANGED);
    assertThat(handle(CHANGED.getBytes(StandardCharsets.ISO_8859_1))).isNull();
    assertThat(handle(new HashMap<>(Map.of("client_id", ID, "refresh_token", "r")))).isNull();
  }

  @Test
  void leavesWhatIsNoForm() {
    assertThat(handle(42)).isNull();
    assertThat(handle(null)).isNull();

    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void putsTheIdBehindTheOtherParametersOfACopy() {
    Map<String, Object> parameters = refresh();

    Object changed = handle(parameters);

    assertThat(changed)
        .asInstanceOf(MAP)
        .containsExactly(
            Map.entry("grant_type", "refresh_token"),
            Map.entry("refresh_token", "r1"),
            Map.entry("client_id", ID));
    assertThat(parameters).doesNotContainKey("client_id");
  }

  @Test
  void putsTheIdIntoAMapOfAnotherType() {
    Map<String, Object> parameters = new TreeMap<>(refresh());

    assertThat(handle(parameters)).isSameAs(parameters);

    assertThat(parameters).containsEntry("client_id", ID);
  }

  @Test
  void copiesAMapThatCannotBeChanged() {
    Map<String, Object> parameters = Collections.unmodifiableMap(refresh());

    assertThat(handle(parameters))
        .asInstanceOf(MAP)
        .containsEntry("client_id", ID)
        .containsEntry("refresh_token", "r1");
  }

  @Test
  void putsAListWhereTheOthersAreLists() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", List.of("refresh_token"));
    parameters.put("refresh_token", List.of("r1"));

    assertThat(handle(parameters)).asInstanceOf(MAP).containsEntry("client_id", List.of(ID));
  }

  @Test
  void seesEachValueOfAListAndEmptyOnes() {
    Map<String, Object> twice = refresh();
    twice.put("client_id", Arrays.asList("a", null));

    assertThat(handle(twice)).isNull();

    assertThat(attempts.reasons()).containsExactly("duplicate-client-id");
  }

  @Test
  void fillsAParameterThatIsNull() {
    Map<String, Object> parameters = refresh();
    parameters.put("client_id", null);

    assertThat(handle(parameters)).asInstanceOf(MAP).containsEntry("client_id", ID);
  }

  @Test
  void knowsTheIdByTheNameThatTheHostGivesIt() {
    Map<String, Object> parameters = refresh();
    FormRule rule = rule(9, null, "clientId");

    assertThat(rule.handle(call(parameters))).asInstanceOf(MAP).containsEntry("clientId", ID);
    parameters.put("clientId", "own");
    assertThat(rule.handle(call(parameters))).isNull();
  }

  @Test
  void readsParametersAsAClientWouldSendThem() {
    Map<String, Object> parameters = refresh();
    parameters.put("refresh_token", "a&client_id=b");

    assertThat(handle(parameters)).asInstanceOf(MAP).containsEntry("client_id", ID);
  }

  @Test
  void leavesAMapOfAnythingElse() {
    assertThat(handle(Map.of(1, "refresh_token"))).isNull();
    assertThat(handle(Map.of("grant_type", 1))).isNull();
    assertThat(handle(Map.of("grant_type", List.of(1)))).isNull();

    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void asksForTheServerAtTheEndpointOfTheArgument() {
    FormRule elsewhere = rule(1, null, "client_id");

    elsewhere.handle(call(REFRESH, "https://other.example.com/token"));

    assertThat(attempts.reasons()).containsExactly("unknown-endpoint");
  }

  @Test
  void asksForTheServerThatTheRuleOrAnArgumentNames() {
    FormRule named = new FormRule("r", attempts.examiner(), null, null, "example-server", "p");
    FormRule argument = new FormRule("r", attempts.examiner(), null, 1, null, "p");
    FormRule none = new FormRule("r", attempts.examiner(), 1, null, null, "p");

    assertThat(named.handle(call(REFRESH))).isEqualTo(CHANGED);
    assertThat(argument.handle(call(REFRESH, "example-server"))).isEqualTo(CHANGED);
    assertThat(argument.handle(call(REFRESH, "another"))).isEqualTo(REFRESH);
    assertThat(argument.handle(call(REFRESH, new Object[] {null}))).isEqualTo(CHANGED);
    assertThat(none.handle(call(REFRESH))).isEqualTo(CHANGED);
  }

  @Test
  void doesNotLetAnEventLoopWaitForADiscovery() throws Exception {
    LateDirectory directory = new LateDirectory();

    onThread(FastThreadLocalThread::new, directory);

    assertThat(directory.isWaitedFor()).isFalse();
    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void letsAnotherThreadWaitForADiscovery() throws Exception {
    LateDirectory directory = new LateDirectory();

    onThread(Thread::new, directory);

    assertThat(directory.isWaitedFor()).isTrue();
  }

  private static void onThread(Function<Runnable, Thread> threads, LateDirectory directory)
      throws InterruptedException {
    RecordedAttempts late = new RecordedAttempts(directory);
    FormRule rule = new FormRule("refresh", late.examiner(), 1, null, null, "client_id");
    Thread thread = threads.apply(() -> rule.handle(call(REFRESH, RequestBuilder.ENDPOINT)));
    thread.start();
    thread.join();
    assertThat(late.reasons()).hasSize(1);
  }

  private @Nullable Object handle(@Nullable Object value) {
    return rule(1, null, "client_id").handle(call(value, RequestBuilder.ENDPOINT));
  }

  private FormRule rule(Integer endpoint, @Nullable Integer server, String property) {
    return new FormRule("refresh", attempts.examiner(), endpoint, server, null, property);
  }

  private static Map<String, Object> refresh() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "refresh_token");
    parameters.put("refresh_token", "r1");
    return parameters;
  }

  /** Of a method whose first argument is the form. */
  private static Invocation call(@Nullable Object form, @Nullable Object... others) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(form);
    arguments.addAll(Arrays.asList(others));
    return new Invocation("refresh", null, arguments, form);
  }
}

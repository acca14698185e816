package dev.mcphotfix.agent.oauth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.host.caller.OwnMethod;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who has a library send a form, as it writes on a thread of its own. */
class CallersTest {

  private static final String CLIENT = "java.net.http.HttpClient";
  private static final CanonicalUrl ENDPOINT = url("https://one.example.com/token");

  private static final List<OwnMethod> OWN =
      List.of(new OwnMethod("com.acme.TokenClient", "post", "()V", "TokenClient.java:88"));

  /** Of the library's thread. */
  private static final CallPath WRITING = new CallPath(CLIENT, "jdk", List.of());

  private final CallPath caller = new CallPath(CLIENT, "jdk", OWN);
  private final CallPath other = new CallPath(CLIENT, "jdk", OWN);

  private long now;
  private final Callers callers = new Callers(() -> now);

  @Test
  void areKnownOnceByWhereTheySend() {
    callers.note(ENDPOINT, caller, true);
    callers.note(url("https://other.example.com/token"), other, true);

    assertThat(callers.of(WRITING, url("https://third.example.com/token"))).isSameAs(WRITING);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(caller);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(WRITING);
    assertThat(callers.of(WRITING, url("https://other.example.com/token"))).isSameAs(other);
  }

  @Test
  void areTheLastOnesWhereSeveralSendThere() {
    callers.note(ENDPOINT, caller, true);
    callers.note(ENDPOINT, other, true);

    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(other);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(caller);
  }

  @Test
  void areKnownByWhereTheySendWhateverTheLibraryBelowIsCalled() {
    callers.note(ENDPOINT, caller, true);

    CallPath below = new CallPath("Netty", null, List.of());

    assertThat(callers.of(below, ENDPOINT)).isSameAs(caller);
  }

  @Test
  void areNotAskedForWhereTheirMethodsAreOnTheStack() {
    callers.note(ENDPOINT, caller, true);

    CallPath onTheCallersThread = new CallPath(CLIENT, "jdk", OWN);

    assertThat(callers.of(onTheCallersThread, ENDPOINT)).isSameAs(onTheCallersThread);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(WRITING);
  }

  @Test
  void areKnownWithoutThatWhereThereIsOneOnlyWithThatLibrary() {
    callers.note(ENDPOINT, caller, true);

    CallPath ofOther = new CallPath("OkHttp", "okhttp", List.of());

    assertThat(callers.of(ofOther, null)).isSameAs(ofOther);
    assertThat(callers.of(WRITING, null)).isSameAs(caller);
  }

  @Test
  void areNotKnownWithoutThatWhereThereAreTwo() {
    callers.note(ENDPOINT, caller, true);
    callers.note(ENDPOINT, other, true);

    assertThat(callers.of(WRITING, null)).isSameAs(WRITING);
  }

  @Test
  void areKnownByWhereTheySendOnlyIfItMayBeNoForm() {
    callers.note(ENDPOINT, caller, false);

    assertThat(callers.of(WRITING, null)).isSameAs(WRITING);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(caller);
  }

  @Test
  void takeOneAnothersPlaceIfItMayBeNoForm() {
    callers.note(ENDPOINT, caller, false);
    callers.note(ENDPOINT, other, false);

    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(other);
    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(WRITING);
  }

  @Test
  void areNotKeptWhereNothingSaysWhoTheyAre() {
    callers.note(ENDPOINT, caller, true);
    for (int i = 0; i < 64; i++) {
      callers.note(null, other, false);
    }

    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(caller);
  }

  @Test
  void areForgottenAfterHalfAMinute() {
    callers.note(ENDPOINT, caller, true);

    now = TimeUnit.SECONDS.toNanos(31);

    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(WRITING);
  }

  @Test
  void areSixtyFourAtMost() {
    callers.note(ENDPOINT, caller, true);
    for (int i = 0; i < 64; i++) {
      callers.note(url("https://other.example.com/" + i), other, true);
    }

    assertThat(callers.of(WRITING, ENDPOINT)).isSameAs(WRITING);
    assertThat(callers.of(WRITING, url("https://other.example.com/0"))).isSameAs(other);
  }

  private static CanonicalUrl url(String url) {
    return Objects.requireNonNull(CanonicalUrl.ofEndpoint(url));
  }
}

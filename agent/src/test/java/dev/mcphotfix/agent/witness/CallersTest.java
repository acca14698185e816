package dev.mcphotfix.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who has the JDK's client send a form, as it writes on a thread of its own. */
class CallersTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CLIENT = "java.net.http.HttpClient";

  private long now;
  private final Callers callers = new Callers(() -> now);

  @Test
  void areKnownOnceByWhereTheySend() {
    CallPath one = path("One");
    CallPath other = path("Other");
    callers.note(url("https://one.example.com/token"), one);
    callers.note(url("https://other.example.com/token"), other);

    assertThat(callers.take(url("https://other.example.com/token"))).isSameAs(other);
    assertThat(callers.take(url("https://other.example.com/token"))).isNull();
    assertThat(callers.take(url("https://third.example.com/token"))).isNull();
    assertThat(callers.take(url("https://one.example.com/token"))).isSameAs(one);
  }

  @Test
  void areKnownWithoutThatWhereThereIsOneOnly() {
    CallPath one = path("One");
    callers.note(url("https://one.example.com/token"), one);
    assertThat(callers.take(null)).isSameAs(one);

    callers.note(url("https://one.example.com/token"), one);
    callers.note(url("https://one.example.com/token"), path("Other"));
    assertThat(callers.take(null)).isNull();
  }

  @Test
  void areForgottenAfterHalfAMinute() {
    callers.note(url("https://one.example.com/token"), path("One"));

    now = TimeUnit.SECONDS.toNanos(31);

    assertThat(callers.take(url("https://one.example.com/token"))).isNull();
  }

  @Test
  void areNotedWhereTheySendAForm() {
    assertThat(callers.note(call(request(FORM).POST(BodyPublishers.ofString("a=b")).build())))
        .isNull();

    assertThat(callers.take(url("https://one.example.com/token"))).isNotNull();
  }

  @Test
  void areNotNotedForAnythingElse() {
    callers.note(call(request(FORM).build()));
    callers.note(call(request("application/json").POST(BodyPublishers.ofString("{}")).build()));
    callers.note(new Invocation("witness", null, Collections.singletonList(null), null));

    assertThat(callers.take(null)).isNull();
  }

  @Test
  void standInForAThreadOfTheSameLibraryOnly() {
    List<StackWalker.StackFrame> own = ownFrames();
    CallPath caller = new CallPath(CLIENT, "jdk", own);
    CallPath writing = new CallPath(CLIENT, "jdk", List.of());

    assertThat(writing.orOf(caller)).isSameAs(caller);
    assertThat(writing.orOf(null)).isSameAs(writing);
    CallPath ofOther = new CallPath("OkHttp", "okhttp", List.of());
    assertThat(ofOther.orOf(caller)).isSameAs(ofOther);
    CallPath onTheCallersThread = new CallPath(CLIENT, "jdk", own);
    assertThat(onTheCallersThread.orOf(caller)).isSameAs(onTheCallersThread);
  }

  private static List<StackWalker.StackFrame> ownFrames() {
    return new ArrayList<>(StackWalker.getInstance().walk(all -> all.limit(1).toList()));
  }

  private static CallPath path(String library) {
    return new CallPath(library, null, List.of());
  }

  private static CanonicalUrl url(String url) {
    return Objects.requireNonNull(CanonicalUrl.ofEndpoint(url));
  }

  private static HttpRequest.Builder request(String contentType) {
    return HttpRequest.newBuilder(URI.create("https://one.example.com/token"))
        .header("Content-Type", contentType);
  }

  private static Invocation call(HttpRequest request) {
    return new Invocation("witness", null, Arrays.asList(request, null, null, null), null);
  }
}

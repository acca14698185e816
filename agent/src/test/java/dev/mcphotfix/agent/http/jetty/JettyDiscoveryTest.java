package dev.mcphotfix.agent.http.jetty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.ENDPOINT;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refresh that is sent before its token endpoint is known. */
final class JettyDiscoveryTest implements Request.Content.Consumer {

  private final LateDirectory directory = new LateDirectory();
  private final RecordedAttempts attempts = new RecordedAttempts(directory);

  /** What Jetty 11 was given, with a bar where it is the last. */
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Override
  public void onContent(ByteBuffer buffer, boolean last, Callback callback) {
    received.add(StandardCharsets.US_ASCII.decode(buffer) + (last ? "|" : ""));
  }

  @Override
  public void onFailure(Throwable failure) {
    received.add("failed: " + failure.getMessage());
  }

  @Test
  void keepsItsHeaderBackUntilItIs() throws Exception {
    JettyExchange jetty = inMemory(REFRESH);
    assertThat(jetty.begin()).isFalse();
    assertThat(jetty.sender.iterations()).isZero();

    directory.end(ENDPOINT);

    assertThat(jetty.sender.goesOn()).isTrue();
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(jetty.read()).isEqualTo(CHANGED + "|");
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void goesOutAsItCameWhereNothingIsFound() throws Exception {
    JettyExchange jetty = inMemory(REFRESH);
    jetty.begin();

    directory.end();

    assertThat(jetty.sender.goesOn()).isTrue();
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(REFRESH.length()));
    assertThat(jetty.read()).isEqualTo(REFRESH + "|");
    assertThat(attempts.reasons()).containsExactly("unknown-endpoint");
  }

  @Test
  void isNotHeldWhereItStaysAsItIs() throws Exception {
    assertThat(inMemory(CHANGED).begin()).isTrue();
    assertThat(directory.begun).isEmpty();
  }

  @Test
  void holdsAContentOfUnknownLength() throws Exception {
    AsyncRequestContent content = new AsyncRequestContent();
    content.write(ByteBuffer.wrap(REFRESH.getBytes(StandardCharsets.US_ASCII)), Callback.NOOP);
    content.close();
    JettyExchange jetty = new JettyExchange(content, attempts);
    jetty.begin();
    assertThat(jetty.read()).isNull();
    BlockingQueue<String> demanded = new LinkedBlockingQueue<>();
    jetty.sent().demand(() -> demanded.add("there"));
    assertThat(demanded).isEmpty();

    directory.end(ENDPOINT);

    assertThat(demanded.poll(30, TimeUnit.SECONDS)).isEqualTo("there");
    assertThat(jetty.read()).startsWith(CHANGED);
  }

  @Test
  void doesNotWaitWhereItsHeaderGoesAhead() throws Exception {
    JettyExchange jetty = inMemory(REFRESH).header("Expect", "100-continue");
    jetty.begin();

    assertThat(jetty.sent().getLength()).isEqualTo(REFRESH.length());
    assertThat(attempts.reasons()).containsExactly("unknown-endpoint:discovery-pending");
  }

  @Test
  void isHeldByTheOlderJettyToo() throws Exception {
    JettyExchange jetty = new JettyExchange(null, attempts).told(REFRESH.length());
    PushedContent content = new PushedContent();
    content.writeLast(REFRESH);
    Attempt attempt = attempts.withoutWaiting();
    JettyForm form = new JettyForm(new JettyRequest(jetty.request), content.getLength(), attempt);
    Request.Content held =
        (Request.Content)
            new JettyContent(content, form, false, attempt.failures()).as(Request.Content.class);
    held.subscribe(this, true).demand();
    assertThat(received).isEmpty();

    directory.end(ENDPOINT);

    assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo(CHANGED + "|");
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(content.demands).isOne();
  }

  @Test
  void beginsWhenTheClientFirstSpeaksToItsServer() throws Exception {
    get(SERVER);

    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void doesNotBeginWhenTheClientSpeaksToAnother() throws Exception {
    get("https://other.example.com/mcp");

    assertThat(directory.begun).isEmpty();
  }

  private void get(String url) throws Exception {
    JettyExchange jetty = new JettyExchange(null, attempts);
    jetty.request = new HttpClient().newRequest(url);

    jetty.beginUnkept();
  }

  private JettyExchange inMemory(String form) {
    return new JettyExchange(
            new StringRequestContent("application/x-www-form-urlencoded", form), attempts)
        .told(form.length());
  }
}

package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** One exchange of Jetty 12 as its sender would have it, with the hooks on the sender. */
public final class JettyExchange {

  static final String TOKEN_ENDPOINT = "https://idp.example.com/connect/token";

  final RecordedAttempts attempts;
  final Sender sender = new Sender();
  Request request = new HttpClient().newRequest(TOKEN_ENDPOINT).method("POST");
  int status = 200;
  private final Map<String, Site> sites;

  JettyExchange(Request.@Nullable Content content) {
    this(content, new RecordedAttempts());
  }

  JettyExchange(Request.@Nullable Content content, RecordedAttempts attempts) {
    this.attempts = attempts;
    sites =
        new Jetty()
            .sites(List.of("jetty"), attempts.examiner).stream()
                .collect(Collectors.toMap(Site::key, Function.identity()));
    request.body(content);
    header("Content-Type", "application/x-www-form-urlencoded");
  }

  JettyExchange header(String name, String value) {
    request.headers(headers -> headers.put(name, value));
    return this;
  }

  JettyExchange told(int length) {
    return header("content-length", Integer.toString(length));
  }

  @Nullable String toldLength() {
    return request.getHeaders().get("Content-Length");
  }

  public Request getRequest() {
    return request;
  }

  public JettyExchange getResponse() {
    return this;
  }

  public int getStatus() {
    return status;
  }

  /** Of the response. */
  public HttpFields getHeaders() {
    return HttpFields.from(new HttpField("www-authenticate", "Bearer error=\"invalid_token\""));
  }

  public JettyExchange getHttpChannel() {
    return this;
  }

  public JettyExchange getHttpExchange() {
    return this;
  }

  /** Begins to send; whether the sender may ask for the content. */
  boolean begin() throws Exception {
    beginUnkept();
    return goesOn(true);
  }

  /** Begins to send, of which only that is seen. */
  void beginUnkept() throws Exception {
    call("jetty-12-request", sender, this);
  }

  boolean goesOn(boolean without) throws Exception {
    Object replaced =
        site("jetty-12-header")
            .handler()
            .handle(new Invocation("jetty", sender, Arrays.asList(this), without));
    return replaced == null ? without : (boolean) replaced;
  }

  /** Whether the agent is asked about the head of a response, which it looks at. */
  boolean receiveHead(int code) throws Exception {
    status = code;
    boolean isAsked = site("jetty-12-head").filter().mayMatter(this);
    if (isAsked) {
      call("jetty-12-head", sender, this);
    }
    return isAsked;
  }

  void receive(String content) throws Exception {
    call("jetty-12-answer", this, ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
  }

  void complete(@Nullable Throwable failure) throws Exception {
    call("jetty-12-end", this, failure);
  }

  private void call(String key, Object self, @Nullable Object argument) throws Exception {
    List<@Nullable Object> arguments = Arrays.asList(argument);
    site(key).handler().handle(new Invocation("jetty", self, arguments, arguments.toArray()));
  }

  private Site site(String key) {
    return Objects.requireNonNull(sites.get(key));
  }

  /** What is sent in place of the content. */
  Request.Content sent() {
    return request.getBody();
  }

  /** What the sender is given when it asks, as text, with a bar where it is the last. */
  @Nullable String read() {
    Content.Chunk chunk = sent().read();
    if (chunk == null) {
      return null;
    }
    if (Content.Chunk.isFailure(chunk)) {
      return "failed: " + chunk.getFailure().getMessage();
    }
    String text = StandardCharsets.US_ASCII.decode(chunk.getByteBuffer()).toString();
    return text + (chunk.isLast() ? "|" : "");
  }

  /** Jetty's, which has its part for the content in a field of this name. */
  static class SenderBase {
    final Iterations contentSender = new Iterations();
  }

  /** As of one transport. */
  static final class Sender extends SenderBase {
    int iterations() {
      return contentSender.count.availablePermits();
    }

    /** Whether it goes on, now or later; then it does so once less. */
    boolean goesOn() throws InterruptedException {
      return contentSender.count.tryAcquire(30, TimeUnit.SECONDS);
    }
  }

  /** Counts how often Jetty goes on. */
  public static final class Iterations {

    private final Semaphore count = new Semaphore(0);

    public void iterate() {
      count.release();
    }
  }
}

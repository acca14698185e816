package dev.mcphotfix.testapp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends each kind of body that a client may have by the JDK's HttpClient, and prints what became of
 * it: {@code BodiesHost URL FORM}. The url echoes what it gets.
 */
final class BodiesHost {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;
  private final byte[] form;
  private final int half;

  private BodiesHost(String url, String form) {
    this.url = URI.create(url);
    this.form = form.getBytes(StandardCharsets.US_ASCII);
    half = form.length() / 2;
  }

  public static void main(String[] arguments) throws Exception {
    new BodiesHost(arguments[0], arguments[1]).sendAll();
    System.exit(0); // Some bodies never end.
  }

  private void sendAll() throws Exception {
    print("in-memory", () -> BodyPublishers.ofByteArray(form));
    print("stream", () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
    print("empty", () -> BodyPublishers.ofInputStream(InputStream::nullInputStream));
    print("empty-list", () -> BodyPublishers.ofByteArrays(List.of()));
    print("too-short", () -> told(new ByteArrayInputStream(form), form.length + 3));
    print("too-long", () -> told(new ByteArrayInputStream(form), form.length - 3));
    print("breaks-off", () -> told(broken(), form.length));
    print("breaks-off-untold", () -> BodyPublishers.ofInputStream(this::broken));
    printWritten("written-after-the-call", form.length);
    printWritten("written-after-the-call-untold", -1);
    printLate("late", form.length);
    printLate("late-untold", -1);
    printNeverEnding();
  }

  private void print(String name, Supplier<BodyPublisher> body) throws Exception {
    System.out.println(name + ' ' + outcome(sent(body.get(), LONG)));
  }

  /** By the thread that calls, once the call has returned. */
  private void printWritten(String name, int length) throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(out);
    CompletableFuture<HttpResponse<String>> sent = sent(told(in, length), LONG);
    out.write(form);
    out.close();
    System.out.println(name + ' ' + outcome(sent));
  }

  /** No sooner than the call has returned. */
  private void printLate(String name, int length) throws Exception {
    CountDownLatch returned = new CountDownLatch(1);
    InputStream late =
        new InputStream() {
          private final InputStream bytes = new ByteArrayInputStream(form);

          @Override
          public int read() throws IOException {
            return bytes.read();
          }

          @Override
          public int read(byte[] into, int offset, int count) throws IOException {
            try {
              returned.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return bytes.read(into, offset, count);
          }
        };
    CompletableFuture<HttpResponse<String>> sent = sent(told(late, length), LONG);
    returned.countDown();
    System.out.println(name + ' ' + outcome(sent));
  }

  private void printNeverEnding() throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(out);
    CompletableFuture<HttpResponse<String>> sent =
        sent(told(in, form.length), Duration.ofSeconds(1));
    out.write(form, 0, half);
    out.flush();
    System.out.println("never-ends " + outcome(sent, 3));
    out.close();
  }

  private CompletableFuture<HttpResponse<String>> sent(BodyPublisher body, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(timeout)
            .POST(body)
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  private static BodyPublisher told(InputStream in, int length) {
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> in);
    return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
  }

  private InputStream broken() {
    InputStream end =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] into, int offset, int count) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(form, 0, half), end);
  }

  private static String outcome(CompletableFuture<HttpResponse<String>> sent) throws Exception {
    return outcome(sent, LONG.toSeconds());
  }

  private static String outcome(CompletableFuture<HttpResponse<String>> sent, long seconds)
      throws Exception {
    try {
      return sent.get(seconds, TimeUnit.SECONDS).body();
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause()).getClass().getName();
    } catch (TimeoutException e) {
      return "no answer";
    }
  }
}

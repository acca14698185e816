package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an HTTP stack to send what may be a token request: its form is decided on here,
 * and the beginning of its response put aside while it passes to the host. Never throws;
 * thread-safe.
 */
public final class Attempt {

  /** Of the response, in bytes. */
  private static final int LONGEST = 16 * 1024;

  private final Examiner examiner;
  private final String hook;
  private final TokenRequest lead;
  private final boolean waits;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(0);
  private volatile HeaderFields header;
  private volatile @Nullable Function<TokenRequest, Exchange> settled;
  private volatile @Nullable Exchange exchange;

  /**
   * Nothing is decided yet. It is decided on by a thread that may wait for a discovery.
   *
   * @param hook name of the built-in hook
   * @param lead answered by the examiner
   * @param header read when it is decided, and later
   */
  public Attempt(Examiner examiner, String hook, TokenRequest lead, HeaderFields header) {
    this(examiner, hook, lead, header, true);
  }

  private Attempt(
      Examiner examiner, String hook, TokenRequest lead, HeaderFields header, boolean waits) {
    this.examiner = examiner;
    this.hook = hook;
    this.lead = lead;
    this.header = header;
    this.waits = waits;
  }

  /**
   * The same for a thread that must not wait, as that of an event loop: {@link #awaits} says when a
   * form is to be held.
   */
  public static Attempt withoutWaiting(
      Examiner examiner, String hook, TokenRequest lead, HeaderFields header) {
    return new Attempt(examiner, hook, lead, header, false);
  }

  /** The header as it will be sent, where it was not final before. */
  public void sends(HeaderFields fields) {
    header = fields;
  }

  /**
   * Whether the form is to be held, since what is decided on it hangs on a discovery that is under
   * way. Then something is run once when it no longer does, or three seconds are over: by a thread
   * of the agent, on which no hook sees anything, so that the stack's own has to go on.
   *
   * @param form the whole body
   */
  public boolean awaits(byte[] form, Runnable then) {
    return !waits && examiner.awaits(lead.with(header, FormBytes.text(form)), then);
  }

  /**
   * Decides on the form; anew, where it is sent once more. By what had settled that it stays as it
   * is, whatever is configured meanwhile.
   *
   * @param form the whole body; null where it is too long or not to be had
   * @return the body to send instead; null to leave it as it is
   */
  public byte @Nullable [] decide(byte @Nullable [] form) {
    Function<TokenRequest, Exchange> by = settled;
    TokenRequest request = lead.with(header, FormBytes.text(form));
    Exchange decided = by == null ? examiner.examine(request, hook, waits) : by.apply(request);
    exchange = decided;
    return FormBytes.changed(decided);
  }

  /**
   * Whether no part of the form that is still to come can lead to a change of it, so that it need
   * not be held.
   *
   * @param beginning of the form
   */
  public boolean isSettled(byte[] beginning) {
    int fields = beginning.length;
    while (fields > 0 && beginning[fields - 1] != '&') {
      fields--;
    }
    String form = new String(beginning, 0, Math.max(0, fields - 1), StandardCharsets.ISO_8859_1);
    Function<TokenRequest, Exchange> by = examiner.settled(lead.with(header, form), hook, waits);
    settled = by;
    return by != null;
  }

  public boolean isDecided() {
    return exchange != null;
  }

  /** Whether another form is sent than the host's. */
  public boolean isChanged() {
    Exchange decided = exchange;
    return decided != null && decided.addedClientId() != null;
  }

  /** Is told what fails of the stack while the request is sent or its response read. */
  public Consumer<Throwable> failures() {
    return examiner.failures(hook);
  }

  /**
   * Whether the body of a response is to be looked at: all that ends, whatever it is said to be.
   */
  public static boolean isReadable(@Nullable String contentType) {
    return contentType == null || !contentType.startsWith("text/event-stream");
  }

  /** A part of the response's body passes; the buffer stays as it is. */
  public void received(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.duplicate().get(bytes);
    received(bytes, 0, bytes.length);
  }

  /** A part of the response's body passes. */
  public synchronized void received(byte[] bytes, int offset, int length) {
    beginning.write(bytes, offset, Math.min(length, LONGEST - beginning.size()));
  }

  /** The host has read the response, or will read no further of it. The first status counts. */
  public void answered(int status) {
    Exchange decided = exchange;
    if (decided != null) {
      decided.responded(status, text());
    }
  }

  /** Some clients unpack behind the place where it passes. Null where nothing can be read. */
  private synchronized @Nullable String text() {
    byte[] bytes = beginning.toByteArray();
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(plain.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      return null;
    }
  }
}

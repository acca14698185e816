package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldForm;
import dev.mcphotfix.agent.http.HeldStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the entity of a token request of Apache HttpClient 4 or 5 while it is sent once.
 * Used by the one thread that sends it.
 */
final class ApacheEntity extends StandIn {

  private final Object entity;
  private final Attempt attempt;
  private byte @Nullable [] read;
  private @Nullable Throwable failure;

  ApacheEntity(Object entity, Attempt attempt) {
    super(entity, attempt.failures());
    this.entity = entity;
    this.attempt = attempt;
  }

  Attempt attempt() {
    return attempt;
  }

  /**
   * Decides about a body whose length is sent ahead of it, and answers the length to send. It is
   * read now, unless the server may refuse it unread and the host could not read it once more.
   */
  long decide(long length, boolean expectsContinue) {
    boolean once = expectsContinue && (boolean) HostCalls.answer(entity, "isStreaming");
    if (length > FormBytes.LARGEST || once) {
      attempt.decide(null);
      return length;
    }
    byte[] body = read((int) Math.max(0, length));
    boolean whole = failure == null && body.length == length;
    read = attempt.decide(whole ? body : null);
    if (read == null) {
      read = body;
    }
    return whole ? read.length : length;
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    byte[] body = read;
    if (body != null && attempt.isChanged()) {
      if (call.is("getContentLength")) {
        return (long) body.length;
      }
      if (call.is("getContent")) {
        return new ByteArrayInputStream(body);
      }
    }
    if (!call.is("writeTo") || !(call.argument(0) instanceof OutputStream out)) {
      return call.pass();
    }
    if (body != null) {
      run(() -> out.write(body));
      rethrow(failure);
      return null;
    }
    return !attempt.isDecided() ? hold(call, out) : call.pass();
  }

  private @Nullable Object hold(StandInCall writeTo, OutputStream out) {
    HeldStream held = new HeldStream(out, new HeldForm(attempt));
    boolean whole = false;
    try {
      writeTo.passWith(held);
      whole = true;
    } finally {
      if (!whole) {
        run(held::breakOff);
      }
    }
    run(held::close);
    return null;
  }

  /**
   * As far as it can be read: the host is told of a failure where it would be without the agent.
   */
  private byte[] read(int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    try {
      HostCalls.call(entity, "writeTo", bytes);
    } catch (HostCallException e) {
      failure = e.getCause() == null ? e : e.getCause();
    }
    return bytes.toByteArray();
  }
}

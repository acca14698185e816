package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One attempt to send a token request by Jetty, and the beginning of its answer. Thread-safe. */
final class JettyAttempt {

  private static final int LONGEST = 16 * 1024;

  private final Examiner examiner;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private @Nullable Exchange exchange;

  JettyAttempt(Examiner examiner) {
    this.examiner = examiner;
  }

  /** The form to send instead; null where it is left alone. */
  synchronized byte @Nullable [] decide(TokenRequest request, String hook) {
    exchange = examiner.examine(request, hook);
    return FormBytes.changed(exchange);
  }

  synchronized void received(ByteBuffer content) {
    byte[] part = new byte[Math.min(content.remaining(), LONGEST - beginning.size())];
    content.duplicate().get(part);
    beginning.writeBytes(part);
  }

  synchronized void answered(int status) {
    if (exchange != null) {
      exchange.responded(status, text(beginning.toByteArray()));
    }
  }

  /** Jetty asks for gzip unless it is told not to, and unpacks it behind the place of the hook. */
  private static @Nullable String text(byte[] content) {
    if (content.length < 2 || content[0] != 0x1f || content[1] != (byte) 0x8b) {
      return new String(content, StandardCharsets.UTF_8);
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(plain.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      return null;
    }
  }
}

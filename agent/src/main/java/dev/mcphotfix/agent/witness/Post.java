package dev.mcphotfix.agent.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A POST that may be a token request, written in one piece or several: put together until its body
 * is whole, at most {@link PlainText#MOST} bytes of it. Used by one thread at a time.
 */
final class Post {

  private byte[] bytes = new byte[512];
  private int size;
  private @Nullable Head head;
  private boolean other;

  /** Takes the next piece; answers whether no further one is needed. */
  boolean add(PlainText piece) {
    if (size == 0) {
      Head first = Head.of(piece);
      other = first != null && !first.mayLeadForm(); // Of which no byte is copied.
    }
    if (!other) {
      boolean ended = copy(piece);
      lookForHead(ended);
    }
    return other || isWhole();
  }

  /** Whether it has an end of a line. */
  private boolean copy(PlainText piece) {
    int length = Math.min(piece.length(), PlainText.MOST - size);
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(PlainText.MOST, 2 * (size + length)));
    }
    boolean ended = false;
    for (int i = 0; i < length; i++) {
      byte each = piece.at(i);
      bytes[size + i] = each;
      ended |= each == '\n';
    }
    size += length;
    return ended;
  }

  private void lookForHead(boolean ended) {
    Head known = head;
    int end = known == null ? -1 : known.end();
    PlainText text = PlainText.of(bytes, 0, size);
    head = end >= 0 ? new Head(text, end) : ended ? Head.of(text) : null;
    other = head != null && !head.mayLeadForm();
  }

  private boolean isWhole() {
    Head known = head;
    if (known == null || size == PlainText.MOST) {
      return size == PlainText.MOST;
    }
    int length = size - known.end();
    long told = known.contentLength();
    return told >= 0 ? length >= told : known.isChunked() ? isLastChunk() : length > 0;
  }

  private boolean isLastChunk() {
    String body = body();
    return body.startsWith("0\r\n") || body.contains("\r\n0\r\n");
  }

  private String body() {
    int end = head == null ? size : head.end();
    return new String(bytes, end, size - end, StandardCharsets.ISO_8859_1);
  }

  /** What it is once no further piece is needed; null where it is no token request. */
  @Nullable Leaving leaving() {
    Head known = head;
    if (other || known == null) {
      return null;
    }
    String body = known.isChunked() ? unchunked(body()) : body();
    long told = known.contentLength();
    String form = told >= 0 && told < body.length() ? body.substring(0, (int) told) : body.strip();
    return FormText.isTokenRequest(form) ? new Leaving(known, form, Leaving.WHOLE, 0) : null;
  }

  /** RFC 9112 section 7.1; what is wrong in it ends it. */
  private static String unchunked(String body) {
    StringBuilder content = new StringBuilder();
    int at = 0;
    int line = body.indexOf("\r\n");
    while (line >= 0) {
      int length = chunkLength(body.substring(at, line));
      int end = Math.min(body.length(), line + 2 + length);
      content.append(body, line + 2, end);
      at = end + 2;
      line = length == 0 ? -1 : body.indexOf("\r\n", at);
    }
    return content.toString();
  }

  private static int chunkLength(String line) {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    try {
      return Math.min(Integer.parseUnsignedInt(digits, 16) & Integer.MAX_VALUE, PlainText.MOST);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}

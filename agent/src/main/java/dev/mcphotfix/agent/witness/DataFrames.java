package dev.mcphotfix.agent.witness;

import org.jspecify.annotations.Nullable;

/**
 * The data frames of HTTP/2 in what is sent (RFC 9113 section 6.1). The frames with the header are
 * compressed by what the connection has sent before, and are passed over.
 */
final class DataFrames {

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int HEADER = 9;
  private static final int DATA = 0;
  private static final int PADDED = 0x8;

  /** The last that is registered, PRIORITY_UPDATE. */
  private static final int LAST_TYPE = 0x10;

  private DataFrames() {}

  /** Whether it may begin with a frame of less than 64 KiB. */
  static boolean mayBeIn(PlainText text) {
    return text.length() >= HEADER && (text.at(0) == 0 || text.mayBegin(PREFACE));
  }

  /** The token request that a data frame has; null where none has one. */
  static @Nullable Leaving leaving(PlainText text) {
    int at = text.at(0) == 0 ? 0 : PREFACE.length();
    while (at + HEADER <= text.length() && isFrame(text, at)) {
      int end = at + HEADER + length(text, at);
      String form = text.at(at + 3) == DATA ? payload(text, at, end) : null;
      if (form != null) {
        return new Leaving(null, form, Leaving.FRAME, stream(text, at));
      }
      at = end;
    }
    return null;
  }

  private static boolean isFrame(PlainText text, int at) {
    return text.at(at) == 0 && (text.at(at + 3) & 0xFF) <= LAST_TYPE && text.at(at + 5) >= 0;
  }

  private static int length(PlainText text, int at) {
    return (text.at(at + 1) & 0xFF) << 8 | (text.at(at + 2) & 0xFF);
  }

  private static int stream(PlainText text, int at) {
    int stream = 0;
    for (int i = at + 5; i < at + HEADER; i++) {
      stream = stream << 8 | (text.at(i) & 0xFF);
    }
    return stream;
  }

  private static @Nullable String payload(PlainText text, int at, int end) {
    int start = at + HEADER;
    boolean padded = (text.at(at + 4) & PADDED) != 0 && start < text.length();
    int padding = padded ? text.at(start) & 0xFF : 0;
    int from = padded ? start + 1 : start;
    return FormText.in(text, from, Math.max(from, Math.min(end - padding, text.length())));
  }
}

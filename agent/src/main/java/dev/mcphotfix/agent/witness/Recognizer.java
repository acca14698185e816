package dev.mcphotfix.agent.witness;

import org.jspecify.annotations.Nullable;

/**
 * Recognizes token requests in what connections send: a head of HTTP/1.1 with its body, in however
 * many pieces, a data frame of HTTP/2, or a form alone. Thread-safe.
 */
final class Recognizer {

  private final Unfinished unfinished = new Unfinished();

  /**
   * The token request that ends with this piece; null for everything else.
   *
   * @param connection that sends it, compared by identity
   */
  @Nullable Leaving see(Object connection, PlainText piece) {
    if (piece.length() == 0) {
      return null;
    }
    Post begun = unfinished.take(connection);
    boolean anew = piece.mayBegin(Head.POST) && isLongOr(begun == null, piece);
    if (anew) {
      return put(connection, new Post(), piece);
    }
    return begun == null ? alone(piece) : put(connection, begun, piece);
  }

  /** A head that is written byte by byte begins with less than its first word. */
  private static boolean isLongOr(boolean first, PlainText piece) {
    return first || piece.length() >= Head.POST.length();
  }

  private @Nullable Leaving put(Object connection, Post post, PlainText piece) {
    if (post.add(piece)) {
      return post.leaving();
    }
    unfinished.keep(connection, post);
    return null;
  }

  private static @Nullable Leaving alone(PlainText piece) {
    if (DataFrames.mayBeIn(piece)) {
      return DataFrames.leaving(piece);
    }
    String form = FormText.in(piece, 0, piece.length());
    return form == null ? null : new Leaving(null, form, Leaving.BODY, 0);
  }
}

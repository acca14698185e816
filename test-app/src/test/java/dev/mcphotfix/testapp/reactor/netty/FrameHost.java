package dev.mcphotfix.testapp.reactor.netty;

import io.netty.handler.codec.http2.Http2StreamChannel;

/**
 * Hands Netty's codec of frames streams in all the ways in which libraries do, and prints what is
 * sent and received. Its package is named like one of a copy of Reactor Netty.
 */
public final class FrameHost {

  private static final String FORM = "grant_type=refresh_token&refresh_token=";

  private FrameHost() {}

  public static void run(String[] arguments) {
    whole();
    parts();
    large();
    largeByLength();
    trailer();
    severalAtOnce();
    reset();
    abandoned();
  }

  private static void whole() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?healed-whole", FORM.length() + 1);
    connection.data(stream, FORM + "1", true);
    connection.answer("/token?healed-whole", "200", "{}");
    connection.print();
  }

  private static void parts() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?healed-parts", -1);
    connection.data(stream, "grant_type=refresh_token&", false);
    connection.data(stream, "refresh_token=2", false);
    connection.data(stream, "", true);
    connection.answer("/token?healed-parts", "200", "{}");
    connection.print();
  }

  private static void large() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?left-large", -1);
    connection.data(stream, FORM + "3&pad=", false);
    for (int i = 0; i < 5; i++) {
      connection.data(stream, "x".repeat(20_000), false);
    }
    connection.data(stream, "", true);
    connection.answer("/token?left-large", "400", "{}");
    connection.print();
  }

  private static void largeByLength() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?left-long", 70_000);
    System.out.println("waits " + connection.isSilent());
    connection.data(stream, FORM + "4&pad=", false);
    connection.data(stream, "x".repeat(70_000 - FORM.length() - 6), true);
    connection.answer("/token?left-long", "400", "{}");
    connection.print();
  }

  private static void trailer() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?left-trailer", -1);
    connection.data(stream, FORM + "5", false);
    connection.trailer(stream);
    connection.answer("/token?left-trailer", "400", "{}");
    connection.print();
  }

  /** Others are sent, and answered, while the first waits for its body. */
  private static void severalAtOnce() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel first = connection.open();
    Http2StreamChannel second = connection.open();
    Http2StreamChannel other = connection.open();
    connection.head(first, "/token?healed-first", FORM.length() + 1);
    connection.head(second, "/token?healed-second", -1);
    connection.head(other, "/form?left-other", -1);
    connection.data(other, FORM + "6", false);
    connection.data(second, FORM + "7", true);
    connection.answer("/token?healed-second", "200", "{}");
    connection.data(first, FORM + "8", true);
    connection.data(other, "", true);
    connection.answer("/form?left-other", "200", "other");
    connection.answer("/token?healed-first", "201", "{}");
    connection.print();
  }

  /** The client gives up a request that waits for its answer. */
  private static void reset() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?healed-reset", FORM.length() + 1);
    connection.data(stream, FORM + "9", true);
    connection.close(stream);
    connection.print();
  }

  /** The client gives up a request before its body is whole, and sends another. */
  private static void abandoned() {
    FrameConnection connection = new FrameConnection();
    Http2StreamChannel stream = connection.open();
    connection.head(stream, "/token?abandoned", -1);
    connection.data(stream, FORM, false);
    connection.close(stream);
    Http2StreamChannel next = connection.open();
    connection.head(next, "/token?healed-next", -1);
    connection.data(next, FORM + "10", true);
    connection.answer("/token?healed-next", "200", "{}");
    connection.print();
  }
}

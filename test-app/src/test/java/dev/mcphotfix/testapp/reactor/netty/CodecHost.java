package dev.mcphotfix.testapp.reactor.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.lang.reflect.Proxy;

/**
 * Hands Netty's client codec requests in all the ways in which libraries do, and prints what is
 * sent and received. Its package is named like one of a copy of Reactor Netty.
 */
public final class CodecHost {

  private static final String FORM = "grant_type=refresh_token&refresh_token=";

  private CodecHost() {}

  public static void run(String[] arguments) {
    whole();
    parts();
    buffers();
    together();
    large();
    largeTogether();
    expected();
    expectedOfKnownLength();
    twoOnOneConnection();
    pipelined();
    answeredEarly();
    upgraded();
    closedEarly();
    stranger();
  }

  private static void whole() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(whole(connection, FORM + "1"));
    connection.answer("200 OK", "{}");
    connection.print("healed-whole");
  }

  private static void parts() {
    CodecConnection connection = CodecConnection.ofLibrary();
    DefaultLastHttpContent last = new DefaultLastHttpContent(connection.buffer("2"));
    last.trailingHeaders().add("X-Trailer", "t");
    connection.write(chunked());
    connection.write(content(connection, "grant_type=refresh_token&"), Unpooled.EMPTY_BUFFER);
    connection.write(content(connection, "refresh_token="), last);
    connection.answer("200 OK", "{}");
    connection.print("healed-parts");
  }

  private static void buffers() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(head("Content-Length", Integer.toString(FORM.length() + 1)));
    connection.write(connection.buffer(FORM), connection.buffer("3"));
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
    connection.answer("200 OK", "{}");
    connection.print("healed-buffers");
  }

  private static void together() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(together(chunked(), content(connection, FORM)));
    connection.write(new DefaultLastHttpContent(connection.buffer("13")));
    connection.answer("200 OK", "{}");
    connection.print("healed-together");
  }

  private static void largeTogether() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(together(chunked(), content(connection, FORM + "14&pad=")));
    connection.write(content(connection, "x".repeat(100_000)));
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
    connection.answer("400 Bad Request", "{}");
    connection.print("left-together");
  }

  private static void large() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(chunked(), content(connection, FORM + "4&pad="));
    for (int i = 0; i < 5; i++) {
      connection.write(content(connection, "x".repeat(20_000)));
    }
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
    connection.answer("400 Bad Request", "{}");
    connection.print("left-large");
  }

  private static void expected() {
    CodecConnection connection = CodecConnection.ofLibrary();
    HttpRequest head = chunked();
    head.headers().add("Expect", "100-continue");
    connection.write(head);
    System.out.println("waits " + connection.isSilent());
    connection.answer("100 Continue", "");
    connection.write(content(connection, FORM), content(connection, "5"));
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
    connection.answer("200 OK", "{}");
    connection.print("healed-expected");
  }

  private static void expectedOfKnownLength() {
    CodecConnection connection = CodecConnection.ofLibrary();
    HttpRequest head = head("Content-Length", Integer.toString(FORM.length() + 1));
    head.headers().add("Expect", "100-continue");
    connection.write(head);
    System.out.println("waits " + connection.isSilent());
    connection.answer("100 Continue", "");
    connection.write(new DefaultLastHttpContent(connection.buffer(FORM + "6")));
    connection.answer("400 Bad Request", "{}");
    connection.print("left-expected");
  }

  private static void twoOnOneConnection() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(whole(connection, FORM + "7"));
    connection.answer("200 OK", "{}");
    connection.write(chunked(), content(connection, FORM + "8"));
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
    connection.answer("200 OK", "{}");
    connection.print("healed-first", "healed-second");
  }

  private static void pipelined() {
    CodecConnection connection = CodecConnection.ofLibrary();
    HttpVersion version = HttpVersion.HTTP_1_1;
    connection.write(new DefaultFullHttpRequest(version, HttpMethod.GET, "/metadata"));
    connection.write(whole(connection, FORM + "9"));
    connection.write(whole(connection, FORM + "10"));
    connection.answer("404 Not Found", "");
    connection.answer("200 OK", "{}");
    connection.answer("201 Created", "{}");
    connection.print("left-pipelined", "healed-pipelined", "healed-pipelined");
  }

  private static void answeredEarly() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(chunked(), content(connection, FORM));
    connection.answer("408 Request Timeout", "");
    connection.write(new DefaultLastHttpContent(connection.buffer("11")));
    connection.answer("200 OK", "{}");
    connection.print("healed-early");
  }

  private static void upgraded() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(whole(connection, FORM + "15"));
    connection.answer("101 Switching Protocols", "");
    connection.print("healed-upgraded");
  }

  private static void closedEarly() {
    CodecConnection connection = CodecConnection.ofLibrary();
    connection.write(chunked(), content(connection, FORM));
    connection.close();
    connection.print();
  }

  private static void stranger() {
    CodecConnection connection = CodecConnection.ofStranger();
    connection.write(whole(connection, FORM + "12"));
    connection.answer("400 Bad Request", "{}");
    connection.print("left-stranger");
  }

  private static HttpRequest whole(CodecConnection connection, String form) {
    ByteBuf body = connection.buffer(form);
    HttpRequest request =
        withHeader(
            new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/token", body));
    request.headers().add("content-length", form.length()).add("X-Last", "last");
    return request;
  }

  /** A head and the beginning of its body in one message, as Vert.x has them. */
  private static Object together(HttpRequest head, HttpContent content) {
    return Proxy.newProxyInstance(
        HttpRequest.class.getClassLoader(),
        new Class<?>[] {HttpRequest.class, HttpContent.class},
        (proxy, method, arguments) -> {
          Object part = method.getDeclaringClass().isInstance(head) ? head : content;
          Object answer = method.invoke(part, arguments);
          return answer == part ? proxy : answer;
        });
  }

  private static HttpRequest chunked() {
    return head("Transfer-Encoding", "chunked");
  }

  private static HttpRequest head(String name, String value) {
    HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/token");
    withHeader(head).headers().add(name, value).add("X-Last", "last");
    return head;
  }

  private static HttpRequest withHeader(HttpRequest request) {
    request.headers().add("Host", "idp.example.com");
    request.headers().add("Content-Type", "application/x-www-form-urlencoded");
    return request;
  }

  private static DefaultHttpContent content(CodecConnection connection, String text) {
    return new DefaultHttpContent(connection.buffer(text));
  }
}

package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Channels;
import java.nio.channels.CompletionHandler;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/**
 * Refreshes a token in each way in which the JDK itself can send it: {@code WrittenHost ENDPOINT
 * SECURE-ENDPOINT}. Prints what comes back. It has no library.
 */
public final class WrittenHost {

  private static final String FORM = "grant_type=refresh_token&refresh_token=the-token-of-";

  private WrittenHost() {}

  /** Refreshes by all of them. */
  public static void run(String[] arguments) throws Exception {
    URI endpoint = URI.create(arguments[0]);
    URI secure = URI.create(arguments[1]);
    writeToSocket(endpoint, FORM + "socket");
    writeToSecureSocket(secure, FORM + "secure-socket");
    writeToChannel(endpoint, FORM + "channel");
    writeToStreamOfChannel(endpoint, FORM + "stream");
    sendByClient(endpoint, FORM + "client");
    sendByClient(secure, FORM + "secure-client");
    writeToAsynchronousChannel(endpoint, FORM + "asynchronous-channel");
    writeToAsynchronousChannelInTwo(endpoint, FORM + "handled");
  }

  private static void writeToSocket(URI endpoint, String form) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      writeInTwo(socket, endpoint, form);
    }
  }

  private static void writeToSecureSocket(URI endpoint, String form) throws IOException {
    try (Socket socket =
        SSLSocketFactory.getDefault().createSocket(endpoint.getHost(), endpoint.getPort())) {
      writeInTwo(socket, endpoint, form);
    }
  }

  private static void writeInTwo(Socket socket, URI endpoint, String form) throws IOException {
    OutputStream stream = socket.getOutputStream();
    stream.write(head(endpoint, form));
    stream.flush();
    stream.write(form.getBytes(ISO_8859_1));
    stream.flush();
    print(socket.getInputStream());
  }

  private static void writeToChannel(URI endpoint, String form) throws IOException {
    try (SocketChannel channel = open(endpoint)) {
      byte[] body = form.getBytes(ISO_8859_1);
      ByteBuffer direct = ByteBuffer.allocateDirect(body.length + 3);
      direct.position(3).put(body).flip().position(3);
      ByteBuffer[] both = {ByteBuffer.wrap(head(endpoint, form)), direct};
      while (direct.hasRemaining()) {
        channel.write(both);
      }
      print(Channels.newInputStream(channel));
    }
  }

  private static void writeToStreamOfChannel(URI endpoint, String form) throws IOException {
    try (SocketChannel channel = open(endpoint)) {
      writeInTwo(channel.socket(), endpoint, form);
    }
  }

  private static void writeToAsynchronousChannel(URI endpoint, String form) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      channel.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort())).get();
      writeAll(channel, head(endpoint, form));
      writeAll(channel, form.getBytes(ISO_8859_1));
      print(Channels.newInputStream(channel));
    }
  }

  private static void writeAll(AsynchronousSocketChannel channel, byte[] bytes) throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer).get();
    }
  }

  private static void writeToAsynchronousChannelInTwo(URI endpoint, String form) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      channel.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort())).get();
      ByteBuffer[] both = {
        ByteBuffer.wrap(head(endpoint, form)), ByteBuffer.wrap(form.getBytes(ISO_8859_1))
      };
      Written<Integer> head = new Written<>();
      channel.write(both[0], "head", head);
      head.join();
      while (both[1].hasRemaining()) {
        Written<Long> body = new Written<>();
        channel.write(both, 0, 2, 1, TimeUnit.MINUTES, "body", body);
        body.join();
      }
      print(Channels.newInputStream(channel));
    }
  }

  /** How much of it was. */
  private static final class Written<N> extends CompletableFuture<N>
      implements CompletionHandler<N, String> {
    @Override
    public void completed(N count, String part) {
      complete(count);
    }

    @Override
    public void failed(Throwable failure, String part) {
      completeExceptionally(failure);
    }
  }

  private static void sendByClient(URI endpoint, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    System.out.println(answer);
  }

  private static SocketChannel open(URI endpoint) throws IOException {
    return SocketChannel.open(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
  }

  private static byte[] head(URI endpoint, String form) {
    return ("POST "
            + endpoint.getPath()
            + " HTTP/1.1\r\nHost: "
            + endpoint.getAuthority()
            + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private static void print(InputStream answer) throws IOException {
    String text = new String(answer.readAllBytes(), ISO_8859_1);
    System.out.println(text.substring(text.indexOf("\r\n\r\n") + 4));
  }
}

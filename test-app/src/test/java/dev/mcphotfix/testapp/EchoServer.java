package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.body.OutgoingBody;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a request with the framing and the body that it had, and remembers which were whole. What
 * breaks off, or never ends, is not answered. HTTP/1.1, one request for each connection.
 */
final class EchoServer implements AutoCloseable {

  private static final Pattern FIELD = Pattern.compile("(?md)^([^:\r\n]+): *(.*?)\r$");

  private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> whole = new ConcurrentHashMap<>();

  EchoServer() throws IOException {
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** The requests of this name that arrived as whole: their framing and body. */
  List<String> arrived(String name) {
    return whole.getOrDefault(name, List.of());
  }

  /** Waits until whoever has called is gone. */
  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new IOException("a client is still there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException closed) {
      // No more of them.
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      Map<String, String> header = header(in);
      String answer = framing(header) + ' ' + body(in, header);
      whole
          .computeIfAbsent(
              header.getOrDefault(OutgoingBody.NAME_FIELD.toLowerCase(Locale.ROOT), ""),
              name -> new CopyOnWriteArrayList<>())
          .add(answer);
      client.getOutputStream().write(response(answer));
      client.shutdownOutput();
      in.transferTo(ByteArrayOutputStream.nullOutputStream());
    } catch (IOException brokenOff) {
      // It was not whole.
    }
  }

  private static byte[] response(String body) {
    String response =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return response.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, String> header(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append((char) next(in));
    }
    Map<String, String> fields = new ConcurrentHashMap<>();
    Matcher field = FIELD.matcher(head);
    while (field.find()) {
      fields.put(field.group(1).toLowerCase(Locale.ROOT), field.group(2));
    }
    return fields;
  }

  private static String framing(Map<String, String> header) {
    return header.getOrDefault(
        "transfer-encoding", header.getOrDefault("content-length", "no-length"));
  }

  private static String body(InputStream in, Map<String, String> header) throws IOException {
    return switch (framing(header)) {
      case "no-length" -> "";
      case "chunked" -> chunks(in);
      default -> bytes(in, Integer.parseInt(framing(header)));
    };
  }

  private static String chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(line(in), 16);
      body.append(bytes(in, size));
      line(in);
    } while (size > 0);
    return body.toString();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = next(in); next != '\n'; next = next(in)) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static String bytes(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("broken off");
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new IOException("broken off");
    }
    return next;
  }
}

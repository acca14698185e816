package dev.mcphotfix.agent.command.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A token endpoint that answers what it was told to, in that order. */
public final class FakeTokenServer implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private volatile String options = "";
  private volatile Runnable meanwhile = () -> {};

  private record Answer(int status, String body) {}

  public FakeTokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::handle);
    server.start();
  }

  public FakeTokenServer answering(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  /** Closes the next connection instead of an answer. */
  void hangingUp() {
    answers.add(new Answer(0, ""));
  }

  /** Done before each answer to a form. */
  void meanwhile(Runnable action) {
    meanwhile = action;
  }

  /** Answers a document at that path; there is nothing at any other. */
  FakeTokenServer publishing(String path, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    return this;
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String url() {
    return origin() + "/token";
  }

  /** The bodies that were posted. */
  List<String> forms() {
    return forms;
  }

  /** The method and body of the last request that was no POST. */
  String other() {
    return options;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer = new Answer(405, "");
    if (exchange.getRequestMethod().equals("POST")) {
      forms.add(body);
      meanwhile.run();
      answer = answers.isEmpty() ? new Answer(500, "") : answers.remove();
    } else {
      options = exchange.getRequestMethod() + body;
    }
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atZone(ZoneOffset.UTC)));
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

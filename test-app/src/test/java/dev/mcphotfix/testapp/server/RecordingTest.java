package dev.mcphotfix.testapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest extends ServerTest {

  @Test
  void keepsEveryByteOfTheBody() throws Exception {
    byte[] body = {'a', '=', (byte) 0xC3, (byte) 0xBC, '&', '%', '4', '1', '&', '&', 0, '+'};

    RecordedRequest recorded = send("", body);

    assertThat(recorded.body().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(body);
  }

  @Test
  void keepsTheHeadersInTheirOrder() throws Exception {
    RecordedRequest recorded = send("X-B: 2\r\nX-A: 1\r\n", new byte[0]);

    assertThat(recorded.headers())
        .containsSubsequence(new Header("X-B", "2"), new Header("X-A", "1"));
  }

  @Test
  void keepsTheAnswer() throws Exception {
    RecordedRequest recorded = send("Content-Type: text/plain\r\n", new byte[0]);

    assertThat(recorded.answer()).isEqualTo("400 invalid_request");
  }

  @Test
  void keepsTheAnswerOfAGrantedRequest() throws Exception {
    client.login("app");

    List<RecordedRequest> requests = server.tokenRequests();

    assertThat(requests.get(requests.size() - 1).answer()).isEqualTo("200");
  }

  /** Sends the bytes as they are, which no HTTP client would do. */
  private RecordedRequest send(String headers, byte[] body) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(ascii("POST /token?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers));
    message.writeBytes(ascii("Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n"));
    message.writeBytes(body);
    int port = server.tokenEndpoint().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(message.toByteArray());
      socket.getInputStream().readAllBytes();
    }
    List<RecordedRequest> requests = server.tokenRequests();
    return requests.get(requests.size() - 1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

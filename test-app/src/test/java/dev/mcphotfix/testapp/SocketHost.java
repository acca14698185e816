package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/**
 * Refreshes a token over a plain socket: {@code SocketHost ENDPOINT}. The form is made in one
 * method, and sent in another, which is not given the url.
 */
public final class SocketHost {

  private final URI endpoint;

  SocketHost(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Refreshes once, and prints what comes back. */
  public static void run(String[] arguments) throws Exception {
    System.out.println(new SocketHost(URI.create(arguments[0])).refresh("the-refresh-token"));
  }

  private String refresh(String token) throws IOException {
    String form = "grant_type=refresh_token&refresh_token=" + token;
    return exchange(form);
  }

  String exchange(String form) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      OutputStream stream = socket.getOutputStream();
      stream.write(head(form).getBytes(ISO_8859_1));
      stream.write(form.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private String head(String form) {
    return String.join(
        "\r\n",
        "POST " + endpoint.getPath() + " HTTP/1.1",
        "Host: " + endpoint.getAuthority(),
        "Connection: close",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + form.length(),
        "",
        "");
  }
}

package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.http.OutputStreamContract;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The stream of a connection that buffers its body, which is decided about when it is sent. */
final class UnclosedStreamTest extends OutputStreamContract {

  private final ByteArrayOutputStream poster = new ByteArrayOutputStream();
  private final UrlConnectionRequest request = new UrlConnectionRequest(attempts.next());

  @Override
  protected OutputStream over(Sent sent) {
    return request.buffered(poster);
  }

  @Override
  protected void send() throws IOException {
    request.start(FORM);
    poster.writeTo(sent);
  }

  private static final HeaderFields FORM =
      name ->
          name.equalsIgnoreCase("Content-Type")
              ? java.util.List.of("application/x-www-form-urlencoded")
              : java.util.List.of();
}

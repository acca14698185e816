package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.http.OutputStreamContract;
import java.io.IOException;
import java.io.OutputStream;

/** The stream of a connection that sends its body in chunks, which the JDK ends in any case. */
final class StreamedRequestTest extends OutputStreamContract {

  private final UrlConnectionRequest request = new UrlConnectionRequest(attempts.next());

  @Override
  protected OutputStream over(Sent sent) {
    return request.streamed(sent);
  }

  @Override
  protected void send() throws IOException {
    request.finish();
  }
}

package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.http.InputStreamContract;
import java.io.InputStream;
import java.util.List;

/** The stream of a response whose beginning was looked at. */
final class UrlConnectionResponseTest extends InputStreamContract {

  @Override
  protected InputStream over(InputStream received, int status) {
    StubConnection connection = new StubConnection(StubConnection.ENDPOINT);
    connection.status(status);
    UrlConnectionRequest request = new UrlConnectionRequest(attempt);
    Invocation call = new Invocation("url-connection", connection, List.of(), received);
    UrlConnectionResponse.observe(request, call); // Before a redirect may be followed.
    Object stream = UrlConnectionResponse.observe(request, call);
    return stream == null ? received : (InputStream) stream;
  }
}

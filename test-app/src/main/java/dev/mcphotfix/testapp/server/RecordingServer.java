package dev.mcphotfix.testapp.server;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that remembers each request to any path verbatim, on a plain port and on one with TLS.
 * It refuses a form without exactly one right {@code client_id}, as authorization servers do. What
 * else it does, a request's url asks for:
 *
 * <ul>
 *   <li>{@code ?redirect=307:/path} leads it there
 *   <li>{@code ?drop} closes the connection when a call comes first
 *   <li>{@code ?long}, {@code ?slow}, {@code ?zipped} say how its answer comes
 *   <li>{@code /guarded/} asks for Basic authentication
 *   <li>{@code /bearer/} asks for a bearer token, and takes any
 *   <li>{@code /shared/} rotates the refresh token
 *   <li>{@code /unaware/} knows no client and refuses each that names itself
 *   <li>{@code /sse} is a stream of events
 * </ul>
 */
public final class RecordingServer implements AutoCloseable {

  private final List<RecordedRequest> requests = new ArrayList<>();
  private final LoopbackTomcat tomcat;

  private RecordingServer(String clientId, LoopbackCertificate certificate) throws IOException {
    tomcat = new LoopbackTomcat();
    tomcat.secure(certificate);
    tomcat.addServlet("/*", new RecordingServlet(clientId, this));
  }

  public static RecordingServer start(String clientId, LoopbackCertificate certificate)
      throws IOException {
    RecordingServer server = new RecordingServer(clientId, certificate);
    server.tomcat.start();
    return server;
  }

  public URI uri() {
    return tomcat.uri("/");
  }

  /** The port with TLS, where HTTP/2 is spoken as well. */
  public URI secureUri() {
    return tomcat.secureUri("/");
  }

  /** All requests since it was asked last, in the order in which they were answered. */
  public synchronized List<RecordedRequest> takeRequests() {
    List<RecordedRequest> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  synchronized void record(RecordedRequest request) {
    requests.add(request);
  }

  /** Whether a request of that {@code X-Call} is remembered. */
  synchronized boolean knows(@Nullable String call) {
    return requests.stream().anyMatch(request -> request.header("X-Call").equals(call));
  }

  @Override
  public void close() throws IOException {
    tomcat.close();
  }
}

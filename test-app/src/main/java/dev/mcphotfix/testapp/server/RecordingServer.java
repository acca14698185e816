package dev.mcphotfix.testapp.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that remembers each request to any path verbatim. Its {@code /token} refuses a form
 * without exactly one right {@code client_id}, as authorization servers do; nothing else is
 * checked.
 */
public final class RecordingServer implements AutoCloseable {

  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final LoopbackTomcat tomcat;

  private RecordingServer(String clientId) throws IOException {
    tomcat = new LoopbackTomcat();
    tomcat.addServlet("/*", new RecordingServlet(clientId, requests::add));
  }

  public static RecordingServer start(String clientId) throws IOException {
    RecordingServer server = new RecordingServer(clientId);
    server.tomcat.start();
    return server;
  }

  /** A server that listens on one more port with TLS. */
  public static RecordingServer start(String clientId, LoopbackCertificate certificate)
      throws IOException {
    RecordingServer server = new RecordingServer(clientId);
    server.tomcat.secure(certificate);
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

  /** All requests so far, in the order in which they were answered. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    tomcat.close();
  }
}

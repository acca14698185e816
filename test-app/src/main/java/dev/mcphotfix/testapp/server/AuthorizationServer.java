package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An OAuth authorization server on loopback that is as strict as real ones, and remembers each
 * token request verbatim. Safe for use by many threads.
 */
public final class AuthorizationServer implements AutoCloseable {
  private final Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();
  private final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
  private final Grants grants = new Grants();
  private final LoopbackTomcat tomcat;

  private AuthorizationServer() throws IOException {
    tomcat = new LoopbackTomcat();
    TokenEndpoint endpoint = new TokenEndpoint(new ClientAuthentication(clients), grants);
    tomcat.addServlet("/authorize", new AuthorizationServlet(clients, grants));
    tomcat.addServlet("/token", new TokenServlet(endpoint, tokenRequests::add));
    tomcat.addServlet(
        "/.well-known/oauth-authorization-server", new MetadataServlet(this::describe));
  }

  /** Starts a server that knows no client yet. */
  public static AuthorizationServer start() throws IOException {
    AuthorizationServer server = new AuthorizationServer();
    server.tomcat.start();
    return server;
  }

  /** Makes a client known; one of the same id is replaced. */
  public void register(RegisteredClient client) {
    clients.put(client.id(), client);
  }

  public URI issuer() {
    return tomcat.uri("");
  }

  public URI authorizationEndpoint() {
    return tomcat.uri("/authorize");
  }

  public URI tokenEndpoint() {
    return tomcat.uri("/token");
  }

  /** All requests to the token endpoint so far, in the order in which they were answered. */
  public List<RecordedRequest> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  /** Whether a resource server should let this access token in. */
  public boolean accepts(String accessToken) {
    return grants.accepts(accessToken);
  }

  /** Ends the life of every access token now; refresh tokens stay good. */
  public void expireAccessTokens() {
    grants.expireAccessTokens();
  }

  @Override
  public void close() throws IOException {
    tomcat.close();
  }

  private void describe(ObjectNode metadata) {
    metadata
        .put("issuer", issuer().toString())
        .put("authorization_endpoint", authorizationEndpoint().toString())
        .put("token_endpoint", tokenEndpoint().toString());
    metadata.putArray("response_types_supported").add("code");
    metadata.putArray("grant_types_supported").add("authorization_code").add("refresh_token");
    metadata.putArray("code_challenge_methods_supported").add("S256");
    metadata
        .putArray("token_endpoint_auth_methods_supported")
        .add("none")
        .add("client_secret_basic")
        .add("client_secret_post");
  }
}

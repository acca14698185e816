package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An MCP server with one tool, {@code echo}, for bearers of the authorization server's tokens. */
public final class ProtectedMcpServer implements AutoCloseable {
  private static final String ENDPOINT = "/mcp";
  private static final String METADATA = "/.well-known/oauth-protected-resource" + ENDPOINT;

  private final LoopbackTomcat tomcat;
  private final McpSyncServer server;
  private final URI issuer;

  private ProtectedMcpServer(AuthorizationServer authorizationServer) throws IOException {
    issuer = authorizationServer.issuer();
    HttpServletStreamableServerTransportProvider transport = transport();
    server = McpServer.sync(transport).toolCall(echo(), (exchange, call) -> answer(call)).build();
    tomcat = new LoopbackTomcat();
    tomcat.addFilter(
        ENDPOINT, new BearerFilter(authorizationServer::accepts, () -> tomcat().uri(METADATA)));
    tomcat.addServlet(ENDPOINT, transport);
    tomcat.addServlet(METADATA, new MetadataServlet(this::describe));
  }

  /** Starts a server that trusts the given authorization server. */
  public static ProtectedMcpServer start(AuthorizationServer authorizationServer)
      throws IOException {
    ProtectedMcpServer server = new ProtectedMcpServer(authorizationServer);
    server.tomcat.start();
    return server;
  }

  public URI url() {
    return tomcat.uri(ENDPOINT);
  }

  @Override
  public void close() throws IOException {
    server.closeGracefully();
    tomcat.close();
  }

  private LoopbackTomcat tomcat() {
    return tomcat;
  }

  private void describe(ObjectNode metadata) {
    metadata.put("resource", url().toString());
    metadata.putArray("authorization_servers").add(issuer.toString());
    metadata.putArray("bearer_methods_supported").add("header");
  }

  /** A transport without the sweeper of idle sessions, whose thread would outlive the server. */
  private static HttpServletStreamableServerTransportProvider transport() {
    return HttpServletStreamableServerTransportProvider.builder()
        .mcpEndpoint(ENDPOINT)
        .sessionSweepInterval(null)
        .httpHeaderValidator(
            DefaultServerTransportSecurityValidator.builder().allowedHost("127.0.0.1:*").build())
        .build();
  }

  private static Tool echo() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of("text", text), "required", List.of("text"));
    return Tool.builder("echo", schema).description("Says what it was told").build();
  }

  private static CallToolResult answer(CallToolRequest call) {
    return CallToolResult.builder()
        .addTextContent(String.valueOf(call.arguments().get("text")))
        .build();
  }
}

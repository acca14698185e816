package dev.mcphotfix.testapp.host;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Calls the server's one tool over a connection of the MCP SDK. */
final class EchoTool {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private EchoTool() {}

  /** Connects, calls the tool, disconnects; answers what the tool said. */
  static String call(URI url, String accessToken, String text) throws UnauthorizedException {
    McpSyncClient client =
        McpClient.sync(transport(url, accessToken))
            .requestTimeout(LIMIT)
            .initializationTimeout(LIMIT)
            .build();
    try {
      client.initialize();
      return text(
          client.callTool(CallToolRequest.builder("echo").arguments(Map.of("text", text)).build()));
    } catch (RuntimeException e) {
      if (isUnauthorized(e)) {
        throw new UnauthorizedException(e);
      }
      throw e;
    } finally {
      client.closeGracefully();
    }
  }

  private static HttpClientStreamableHttpTransport transport(URI url, String accessToken) {
    return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
        .endpoint(url.getPath())
        .addHttpRequestCustomizer(
            (request, method, uri, body, context) ->
                request.setHeader("Authorization", "Bearer " + accessToken))
        .build();
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  private static boolean isUnauthorized(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof McpHttpClientTransportAuthorizationException) {
        return true;
      }
    }
    return false;
  }
}

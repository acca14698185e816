package dev.mcphotfix.testapp.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The authorization server that an MCP server delegates to (RFC 9728, RFC 8414). */
public record AuthorizationServerMetadata(
    String issuer, URI authorizationEndpoint, URI tokenEndpoint) {

  /** Finds the authorization server of the MCP server at this url. */
  public static AuthorizationServerMetadata discover(HttpClient client, URI mcpUrl)
      throws IOException, InterruptedException {
    JsonNode resource = get(client, wellKnown("oauth-protected-resource", mcpUrl));
    String issuer = resource.path("authorization_servers").path(0).asText();
    JsonNode server = get(client, wellKnown("oauth-authorization-server", URI.create(issuer)));
    return new AuthorizationServerMetadata(
        issuer,
        URI.create(server.path("authorization_endpoint").asText()),
        URI.create(server.path("token_endpoint").asText()));
  }

  private static URI wellKnown(String document, URI of) {
    return of.resolve("/.well-known/" + document + of.getPath());
  }

  private static JsonNode get(HttpClient client, URI url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).header("Accept", "application/json").build();
    return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}

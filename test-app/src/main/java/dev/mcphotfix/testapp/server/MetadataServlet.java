package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** Publishes one metadata document (RFC 8414 section 3, RFC 9728 section 3). */
final class MetadataServlet extends HttpServlet {
  private final transient Consumer<ObjectNode> content;

  /** The content is asked for at each request, since the ports are unknown before the start. */
  MetadataServlet(Consumer<ObjectNode> content) {
    this.content = content;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    content.accept(document);
    JsonAnswer.send(response, 200, document);
  }
}

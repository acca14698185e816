package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.host.EventLoop;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own hook on a method that is given the parameters of a token request: a form as
 * text or bytes, or a map of parameters.
 *
 * <p>Such a method is not known to know the request's header, so that an {@code Authorization}
 * field is not seen; the operator vouches for it. It is answered at once on an event loop, and
 * waits for a discovery elsewhere.
 *
 * @param name of the rule
 * @param endpointArgument index of the argument whose text is the token endpoint's url
 * @param serverArgument index of the argument whose text is the MCP server's name or url
 * @param serverName where the rule names the server itself
 * @param property what a map calls the id
 */
public record FormRule(
    String name,
    Examiner examiner,
    @Nullable Integer endpointArgument,
    @Nullable Integer serverArgument,
    @Nullable String serverName,
    String property)
    implements HookHandler {

  @Override
  public @Nullable Object handle(Invocation call) {
    Object value = call.value();
    if (value instanceof String text) {
      return examine(text, call).form();
    }
    if (value instanceof byte[] bytes) {
      return FormBytes.changed(examine(new String(bytes, StandardCharsets.ISO_8859_1), call));
    }
    return value instanceof Map<?, ?> parameters ? handle(parameters, call) : null;
  }

  private @Nullable Object handle(Map<?, ?> parameters, Invocation call) {
    ParameterMap map = ParameterMap.of(parameters, property);
    if (map == null) {
      return null;
    }
    String id = examine(map.form(), call).addedClientId();
    return id == null ? null : map.with(id);
  }

  private Exchange examine(String form, Invocation call) {
    String server = serverName != null ? serverName : argument(call, serverArgument);
    TokenRequest request = TokenRequest.ofForm(form, argument(call, endpointArgument), server);
    return examiner.examine(request, name, !EventLoop.isCurrent());
  }

  private static @Nullable String argument(Invocation call, @Nullable Integer index) {
    if (index == null || index >= call.arguments().size()) {
      return null;
    }
    Object argument = call.arguments().get(index);
    return argument == null ? null : argument.toString();
  }
}

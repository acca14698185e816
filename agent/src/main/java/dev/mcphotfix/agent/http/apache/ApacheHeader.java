package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a request of Apache HttpClient 4 or 5 that is final. It is read once, when it is
 * first asked for: a decision asks for forty names, hardly any of which is there.
 */
final class ApacheHeader implements HeaderFields {

  private final ApacheMessages messages;
  private final Object request;
  private volatile @Nullable List<String> read;

  ApacheHeader(ApacheMessages messages, Object request) {
    this.messages = messages;
    this.request = request;
  }

  @Override
  public List<String> values(String name) {
    List<String> fields = fields();
    List<String> values = List.of();
    for (int i = 0; i < fields.size(); i += 2) {
      if (fields.get(i).equalsIgnoreCase(name)) {
        values = values.isEmpty() ? new ArrayList<>(1) : values;
        values.add(fields.get(i + 1));
      }
    }
    return values;
  }

  /** Each name with its value behind it. */
  private List<String> fields() {
    List<String> known = read;
    if (known == null) {
      known = new ArrayList<>();
      for (Object field : messages.fields(request)) {
        known.add(String.valueOf(HostCalls.call(field, "getName")));
        known.add(String.valueOf(HostCalls.call(field, "getValue")));
      }
      read = known;
    }
    return known;
  }
}

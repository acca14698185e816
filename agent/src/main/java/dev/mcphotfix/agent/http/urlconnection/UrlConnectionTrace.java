package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a {@code HttpURLConnection} is answered to a request that is no token request: the
 * status and a challenge, once for each time that it sends. Thread-safe.
 */
final class UrlConnectionTrace {

  private final Set<Object> tokenRequests;

  /** Those of which the response that they have now was told. */
  private final Set<Object> told =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  /**
   * @param tokenRequests the connections of those under way
   */
  UrlConnectionTrace(Set<Object> tokenRequests) {
    this.tokenRequests = tokenRequests;
  }

  /** What it is answered next is told again. */
  void sent(HttpURLConnection connection) {
    told.remove(connection);
  }

  /** It has a response, whose header is complete. */
  void answered(Invocation call, Examiner examiner) {
    HttpURLConnection connection = UrlConnectionRequests.connection(call);
    if (!tokenRequests.contains(connection) && told.add(connection)) {
      examiner.responded(
          connection.getRequestMethod(),
          connection.getURL().toString(),
          UrlConnectionResponse.status(call),
          name -> values(connection, name));
    }
  }

  private static List<String> values(HttpURLConnection connection, String name) {
    String value = connection.getHeaderField(name);
    return value == null ? List.of() : List.of(value);
  }

  /** A response is thrown away, as a refusal of what was streamed and cannot be sent again. */
  @Nullable Object refused(Invocation call, Examiner examiner) {
    if (call.value() instanceof Integer status && status == HttpURLConnection.HTTP_UNAUTHORIZED) {
      answered(call, examiner);
    }
    return null;
  }
}

package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Apache HttpClient 4 and 5 have in common but say in other words. */
interface ApacheMessages {

  /** The name of the interface of entities. */
  String entityType();

  /**
   * The entity of a POST; null where it is none or has none.
   *
   * @param neighbour is of the library itself, which a request need not be
   */
  @Nullable Object posted(Object request, Object neighbour);

  /** Whether a request may have an entity, by its class. */
  boolean mayEnclose(Object request);

  /** The fields of a request's header, all of them. */
  Object[] fields(Object request);

  String method(Object request);

  /** Absolute. */
  String url(Object request, Object context);

  /** The same request with the same headers, without an entity. */
  Object copy(Object request, Object neighbour);

  int status(Object response);

  /** Tells how a request that is no token request is answered. */
  default void tell(Object request, String url, Object response, Examiner examiner) {
    examiner.responded(method(request), url, status(response), name -> values(response, name));
  }

  /** The first value of a field of a request or response. */
  static @Nullable String header(Object message, String name) {
    Object header = HostCalls.call(message, "getFirstHeader", name);
    return header == null ? null : (String) HostCalls.call(header, "getValue");
  }

  /** All values of a field of a request or response. */
  static List<String> values(Object message, String name) {
    List<String> values = new ArrayList<>();
    for (Object header : (Object[]) HostCalls.answer(message, "getHeaders", name)) {
      values.add(String.valueOf(HostCalls.call(header, "getValue")));
    }
    return values;
  }
}

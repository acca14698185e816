package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code WebClientServiceRequest} when all services of the application have seen it. Used by the
 * thread that sends it.
 */
record HelidonRequest(Object request) {

  /** It is about to be sent. */
  void met(Examiner examiner) {
    if (examiner.looksAhead()) {
      examiner.met(url());
    }
  }

  /** Null where the body is not worth looking at; its type must be in the header by then. */
  @Nullable Attempt attempt(Examiner examiner) {
    String method = method();
    if (!method.equals("POST")) {
      return null;
    }
    Object headers = headers(); // An attempt is kept by its request and must not keep that.
    List<String> type = values(headers, "Content-Type");
    TokenRequest lead = examiner.lead(method, url(), type.isEmpty() ? null : type.get(0));
    return lead == null
        ? null
        : new Attempt(examiner, Helidon.NAME, lead, name -> values(headers, name));
  }

  /** Tells of its {@code WebClientServiceResponse} the status and the header. */
  void tell(Object response, Examiner examiner) {
    Object headers = HostCalls.answer(response, "headers");
    int status = (int) HostCalls.answer(HostCalls.answer(response, "status"), "code");
    examiner.responded(method(), url(), status, name -> values(headers, name));
  }

  private String method() {
    return (String) HostCalls.answer(HostCalls.answer(request, "method"), "text");
  }

  /** A {@code ClientRequestHeaders}, the one that is sent. */
  Object headers() {
    return HostCalls.answer(request, "headers");
  }

  private String url() {
    return HostCalls.answer(request, "uri").toString();
  }

  private static List<String> values(Object headers, String name) {
    List<String> values = new ArrayList<>();
    for (Object header : (Iterable<?>) headers) {
      if (isNamed(header, name)) {
        for (Object value : (List<?>) HostCalls.answer(header, "allValues")) {
          values.add(String.valueOf(value));
        }
      }
    }
    return values;
  }

  /** Whether a field of a header has that name. */
  static boolean isNamed(@Nullable Object header, String name) {
    return header != null && name.equalsIgnoreCase((String) HostCalls.answer(header, "name"));
  }
}

package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@code Request} of Jetty, whose header is complete when its connection begins to send it. */
record JettyRequest(Object request) {

  private static final String LENGTH = "Content-Length";

  static JettyRequest of(Object exchange) {
    return new JettyRequest(HostCalls.answer(exchange, "getRequest"));
  }

  boolean isPost() {
    return "POST".equals(HostCalls.call(request, "getMethod"));
  }

  @Nullable Object content() {
    return HostCalls.call(request, "getBody");
  }

  /** Null where the content is not worth reading. */
  @Nullable TokenRequest lead(Examiner examiner) {
    List<String> types = values("Content-Type");
    return types.isEmpty() ? null : examiner.lead("POST", url(), types.get(0));
  }

  /** Empty where Jetty has none that it can write. */
  String url() {
    Object url = HostCalls.call(request, "getURI");
    return url == null ? "" : url.toString();
  }

  /** Whether the content is too long, or its length is sent before it can be looked at. */
  boolean isUnreadable(Object content) {
    return length(content) > FormBytes.LARGEST
        || (expectsContinue() && !JettyMemory.holds(content));
  }

  private boolean expectsContinue() {
    return !values("Expect").isEmpty();
  }

  /** A copy of the header: what is remembered of the request must not keep it alive. */
  HeaderFields header() {
    Map<String, List<String>> header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Object field : (Iterable<?>) HostCalls.answer(request, "getHeaders")) {
      String name = (String) HostCalls.answer(field, "getName");
      header.computeIfAbsent(name, this::values);
    }
    return name -> header.getOrDefault(name, List.of());
  }

  /**
   * Holds the content until it is decided about.
   *
   * @param type {@code Request.Content}
   */
  void hold(Object content, String type, Attempt attempt) {
    JettyForm form = new JettyForm(this, length(content), attempt);
    JettyContent held = new JettyContent(content, form, expectsContinue(), attempt.failures());
    HostCalls.call(request, "body", held.as(LibraryType.near(request, type)));
  }

  /** What holds the content; null where nothing does. */
  @Nullable JettyContent held() {
    return StandIn.behind(content(), JettyContent.class);
  }

  /** Whether the content is held and not decided about. */
  boolean isUndecided() {
    JettyContent held = held();
    return held != null && !held.form().isDecided();
  }

  /** Gives the request the content back that is held, and its length. */
  void restore() {
    JettyContent held = held();
    if (held != null) {
      HostCalls.call(request, "body", held.content());
      String told = held.form().originallyTold();
      if (told != null && !told.equals(toldLength())) {
        tellLength(told);
      }
    }
  }

  /** The length in the header, which need not be known to the content; null where none is. */
  @Nullable String toldLength() {
    List<String> values = values(LENGTH);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Keeps the field's name and place where there is one. */
  void tellLength(String length) {
    change(
        header -> {
          Object field = HostCalls.call(header, "getField", LENGTH);
          Object name = field == null ? LENGTH : HostCalls.answer(field, "getName");
          HostCalls.call(header, "put", name, length);
        });
  }

  /** Tells how it is answered, by the status and the {@code HttpFields} of the response. */
  void tell(int status, Object header, Examiner examiner) {
    String method = String.valueOf(HostCalls.call(request, "getMethod"));
    examiner.responded(method, url(), status, name -> values(header, name));
  }

  private void change(Consumer<Object> header) {
    HostCalls.call(request, "headers", header);
  }

  private static long length(Object content) {
    return (long) HostCalls.answer(content, "getLength");
  }

  private List<String> values(String name) {
    return values(HostCalls.answer(request, "getHeaders"), name);
  }

  @SuppressWarnings("unchecked")
  private static List<String> values(Object header, String name) {
    return new ArrayList<>((List<String>) HostCalls.answer(header, "getValuesList", name));
  }
}

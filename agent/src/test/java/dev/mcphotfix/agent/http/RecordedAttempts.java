package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;

import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Attempts to refresh at the one configured endpoint, and what is told of them. */
public final class RecordedAttempts {

  public static final String REFRESH = RequestBuilder.REFRESH;
  public static final String CHANGED = REFRESH + "&client_id=my-static-client";

  /** Url of the one configured server. */
  public static final String SERVER = "https://mcp.example.com/mcp";

  public static final String ENDPOINT = RequestBuilder.ENDPOINT;

  private static final String FORM = "application/x-www-form-urlencoded";

  public final RecordingLog log = new RecordingLog();
  public final Examiner examiner;
  private final StaticClient client;
  private final AuthorizationServerDirectory directory;

  public RecordedAttempts() {
    this(EXAMPLE, AuthorizationServerDirectory.NONE);
  }

  /** Whose endpoint is found out as late as a test wants it. */
  public RecordedAttempts(LateDirectory directory) {
    this(client("example-server", SERVER, "my-static-client", null), directory);
  }

  private RecordedAttempts(StaticClient client, AuthorizationServerDirectory directory) {
    this.client = client;
    this.directory = directory;
    examiner = new Examiner(setup(false));
  }

  /** What is answered to other requests is told, too. */
  public RecordedAttempts traced() {
    return traced(HostSpans.NONE);
  }

  /** The same to these spans, too. */
  public RecordedAttempts traced(HostSpans spans) {
    examiner.follow(
        new Setup(
            Knowledge.of(List.of(client), Set.of(Grant.REFRESH_TOKEN)),
            false,
            directory,
            log,
            new ToldTrace(log, spans, "t")));
    return this;
  }

  public Attempt next() {
    return with(header(Map.of("content-type", FORM)));
  }

  /** One of an event loop. */
  public Attempt withoutWaiting() {
    return Attempt.withoutWaiting(
        examiner,
        "test",
        RequestBuilder.to("POST", ENDPOINT),
        header(Map.of("content-type", FORM)));
  }

  /** One that says who it is in its header. */
  public Attempt authorized() {
    return with(header(Map.of("content-type", FORM, "authorization", "Basic aWQ6eA==")));
  }

  /** One of which the agent cannot read the header. */
  public Attempt failing() {
    return with(
        name -> {
          throw new IllegalStateException("broken");
        });
  }

  /** Decides by the same from now on, as by a configuration that was read anew. */
  public void observe(boolean observe) {
    examiner.follow(setup(observe));
  }

  private Setup setup(boolean observe) {
    Knowledge knowledge = Knowledge.of(List.of(client), Set.of(Grant.REFRESH_TOKEN));
    return new Setup(knowledge, observe, directory, log);
  }

  /** Decides on all of them. */
  public Examiner examiner() {
    return examiner;
  }

  /** Codes of what was decided. */
  public List<String> reasons() {
    return log.reasons();
  }

  /** What was done about them, as the log says it. */
  public List<String> actions() {
    return log.entries.stream().map(entry -> entry.event().text()).toList();
  }

  private static HeaderFields header(Map<String, String> fields) {
    return name -> {
      String value = fields.get(name.toLowerCase(Locale.ROOT));
      return value == null ? List.of() : List.of(value);
    };
  }

  private Attempt with(HeaderFields header) {
    return new Attempt(
        examiner, "test", RequestBuilder.to("POST", RequestBuilder.ENDPOINT), header);
  }
}

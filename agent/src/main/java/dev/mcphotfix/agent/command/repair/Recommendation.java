package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.command.repair.RepairPlan.Planned;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person can do about a record that a repair leaves alone. */
record Recommendation(RepairPlan plan) {

  /** Answers null where there is nothing to do. */
  @Nullable String of(Planned planned) {
    StaticClient client = planned.decision().client();
    return switch (planned.decision().reason()) {
      case RECORD_NO_SLOT -> noSlot(client);
      case RECORD_AMBIGUOUS ->
          "several servers with different ids fit; say which by " + options(planned);
      case RECORD_UNMATCHED ->
          planned.needsAttention()
              ? unmatched(planned)
              : "it has no refresh token; if it is of a configured server, log in again";
      case RECORD_NO_REFRESH ->
          "log in again and ask for the scope offline_access: without a refresh token no id helps";
      case RECORD_OTHER_ISSUER ->
          "it was issued by another server or to a client registered on the fly; log in again with"
              + " the configured id";
      case RECORD_OTHER_CLIENT ->
          client == null
              ? "it has an id and is of no configured server; nothing to do for this configuration"
              : "it has another id, which is never replaced; if refreshes fail, log in again, or"
                  + " correct oauth.clientId";
      default -> null;
    };
  }

  private String noSlot(@Nullable StaticClient client) {
    return isOf("mcp-remote") && client != null
        ? "mcp-remote has saved no client. Give it yours by --static-oauth-client-info, or write"
            + (" {\"client_id\": \"" + client.clientId() + "\"} to ")
            + plan.file().path().getFileName()
        : "the place for the id is not there; correct --property";
  }

  /** A record that states a url belongs to no server with another one, whatever is said of it. */
  private String unmatched(Planned planned) {
    String url = planned.found().record().serverUrl();
    if (url == null) {
      return isOf("mcp-remote")
          ? "its name has the hash of no configured url; name its server by --server"
          : "it states no url; name its server by " + options(planned);
    }
    List<String> agreeing =
        plan.servers().stream()
            .filter(each -> CanonicalUrl.isSameResource(url, each.serverUrl()))
            .map(each -> Redaction.oneLine(each.serverName()))
            .distinct()
            .toList();
    return agreeing.isEmpty()
        ? "compare its name and url with the configuration's: no server there has "
            + Redaction.oneLine(Redaction.url(url))
        : "its url is that of " + String.join(", ", agreeing) + "; if it is so, say --server NAME";
  }

  /** Of a file with several records, only a url tells which of them is meant. */
  private String options(Planned planned) {
    boolean alone = isOf("mcp-remote") || isOf("JSON pointer");
    return alone || planned.found().record().serverUrl() != null
        ? "--server"
        : "--pointer and --server";
  }

  private boolean isOf(String shape) {
    return plan.file().shape().equals(shape);
  }
}

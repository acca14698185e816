package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import dev.mcphotfix.agent.record.RecordDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person can do about a record that is left alone.
 *
 * @param servers that are configured
 * @param repair how the options of that command are called: with its name in front where another
 *     command says it
 */
public record Recommendation(
    CredentialFile file, List<ServerConfiguration> servers, String repair) {

  /** Words for the command {@code repair} itself. */
  public Recommendation(CredentialFile file, List<ServerConfiguration> servers) {
    this(file, servers, "");
  }

  /** Answers null where there is nothing to do. */
  public @Nullable String of(FoundRecord found, RecordDecision decision) {
    StaticClient client = decision.client();
    return switch (decision.reason()) {
      case RECORD_NO_SLOT -> noSlot(client);
      case RECORD_AMBIGUOUS ->
          "several servers with different ids fit; say which by " + options(found);
      case RECORD_UNMATCHED ->
          decision.severity() == Severity.WARN
              ? unmatched(found)
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
    String registration = client == null ? null : file.registration(client.clientId());
    if (registration == null) {
      return "the place for the id is not there; correct " + repair + "--property";
    }
    String write = registration + " to " + file.path().getFileName();
    return file.shape().equals(SplitFiles.MCP_REMOTE.title())
        ? "mcp-remote has saved no client. Give it yours by --static-oauth-client-info, or write "
            + write
        : "the registration of these tokens is not there: log in again, or write " + write;
  }

  /** A record that states a url belongs to no server with another one, whatever is said of it. */
  private String unmatched(FoundRecord found) {
    String url = found.record().serverUrl();
    if (url == null) {
      return file.isSplit()
          ? "nothing in it, nor its name, is of a configured server; name its server by "
              + repair
              + "--server"
          : "it states no url; name its server by " + options(found);
    }
    List<String> agreeing =
        servers.stream()
            .map(ServerConfiguration::client)
            .filter(each -> CanonicalUrl.isSameResource(url, each.serverUrl()))
            .map(each -> Redaction.oneLine(each.serverName()))
            .distinct()
            .toList();
    return agreeing.isEmpty()
        ? "compare its name and url with the configuration's: no server there has "
            + Redaction.oneLine(Redaction.url(url))
        : "its url is that of %s; if it is so, say %s--server %s"
            .formatted(
                String.join(", ", agreeing),
                repair,
                agreeing.size() == 1 ? agreeing.get(0) : "NAME");
  }

  /** Of a file with several records, only a url tells which of them is meant. */
  private String options(FoundRecord found) {
    return file.hasOneRecord() || found.record().serverUrl() != null
        ? repair + "--server"
        : repair + "--pointer and --server";
  }
}

package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.credential.FoundRecord;
import dev.mcphotfix.agent.command.credential.Recommendation;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.RecordDecision;
import dev.mcphotfix.agent.record.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say of the credential records in a file. */
final class RecordFindings {

  private static final String SECTION = "Credentials";

  private RecordFindings() {}

  /** A line for each record; what it is about is decided as at a hook. */
  static void add(CredentialFile file, List<ServerConfiguration> servers, Findings findings) {
    if (file.records().isEmpty()) {
      findings.add(
          SECTION,
          Finding.problem(file.path() + ": no records", "log in once; is this the client's file?"));
    }
    Recommendation next = new Recommendation(file, servers, "repair ");
    for (FoundRecord found : file.records()) {
      StoredRecord record = found.record();
      RecordDecision decision = record.decide(servers);
      Finding finding = finding(found.shown(), decision, next.of(found, decision));
      String expiry = expiry(record.expiresAt());
      findings.add(
          SECTION,
          new Finding(finding.mark(), finding.text() + expiry, finding.advice(), finding.facts())
              .with("record", found.shown())
              .with("reason", decision.reason().code())
              .with("server", serverName(decision)));
    }
  }

  private static Finding finding(String name, RecordDecision decision, @Nullable String next) {
    String server = serverName(decision);
    String whose = server == null ? "" : " of " + server;
    return switch (decision.reason()) {
      case RECORD_HAS_CLIENT -> Finding.ok(name + ": has the configured client id" + whose);
      case RECORD_PATCHED ->
          Finding.problem(
              name + ": has no client id; this is the defect",
              "run the client with the agent, or add the id with the command repair");
      case RECORD_OTHER_CLIENT ->
          server == null
              ? Finding.note(
                  name + ": has a client id, but of no configured server", String.valueOf(next))
              : Finding.problem(name + ": has another client id than is configured" + whose, next);
      case RECORD_UNMATCHED ->
          Finding.note(name + ": belongs to no configured server", String.valueOf(next));
      case RECORD_AMBIGUOUS ->
          Finding.problem(name + ": may belong to several configured servers", next);
      case RECORD_NO_REFRESH ->
          Finding.note(name + ": has no refresh token" + whose, String.valueOf(next));
      case RECORD_OTHER_ISSUER ->
          Finding.problem(name + ": is not of the configured client" + whose, next);
      default -> Finding.problem(name + ": has no place for the id" + whose, next);
    };
  }

  private static @Nullable String serverName(RecordDecision decision) {
    StaticClient client = decision.client();
    return client == null ? null : client.serverName();
  }

  private static String expiry(@Nullable Instant expires) {
    if (expires == null) {
      return "";
    }
    Duration left = Duration.between(Instant.now(), expires);
    String span = span(left.abs());
    return left.isNegative()
        ? "; the access token expired " + span + " ago"
        : "; the access token expires in " + span;
  }

  private static String span(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes < 2 * 24 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " days";
  }
}

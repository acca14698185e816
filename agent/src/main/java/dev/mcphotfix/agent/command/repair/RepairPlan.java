package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.credential.FoundRecord;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.record.RecordDecision;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What a repair does to the records of a file, and why; nothing is written before it is asked for.
 *
 * @param records a decision for each record, in the order of the file
 * @param servers those that are configured
 */
public record RepairPlan(
    CredentialFile file, List<Planned> records, List<ServerConfiguration> servers) {

  /** What is done to one record. */
  public record Planned(FoundRecord found, RecordDecision decision) {

    /** Whether the record gets the id. */
    public boolean heals() {
      return decision.reason() == Reason.RECORD_PATCHED;
    }

    /** Whether a person should look at it. */
    public boolean needsAttention() {
      return decision.severity() == Severity.WARN;
    }
  }

  public RepairPlan {
    records = List.copyOf(records);
    servers = List.copyOf(servers);
  }

  /** Decides about each record, and heals in memory those that are to be healed. */
  public static RepairPlan of(CredentialFile file, List<ServerConfiguration> servers) {
    List<Planned> records = new ArrayList<>();
    for (FoundRecord found : file.records()) {
      RecordDecision decision = found.record().decide(servers);
      records.add(new Planned(found, decision));
      found.record().heal(decision);
    }
    return new RepairPlan(file, records, servers);
  }

  /** The lines of a unified diff, without any secret; empty where nothing changes. */
  public List<String> diff() {
    JsonDocument document = file.document();
    return document == null
        ? List.of()
        : MaskedDiff.of(String.valueOf(file.path().getFileName()), document);
  }
}

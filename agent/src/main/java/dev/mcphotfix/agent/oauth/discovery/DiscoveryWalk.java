package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.List;
import java.util.Set;

/**
 * One discovery as the agent does it, for a person who waits for it and wants to see each step.
 *
 * @param found the configured issuer first; empty where nothing was found
 */
public record DiscoveryWalk(List<DiscoveryStep> steps, List<AuthorizationServer> found) {

  /** Milliseconds for one connect or one read. */
  private static final int FETCH = 5_000;

  /** Milliseconds for all of them. */
  private static final long TOTAL = 30_000;

  public DiscoveryWalk {
    steps = List.copyOf(steps);
    found = List.copyOf(found);
  }

  /** Walks, on the calling thread. */
  public static DiscoveryWalk of(StaticClient client) {
    Journal journal = new Journal(client.serverName());
    MetadataFetcher fetcher = new MetadataFetcher(FETCH, TOTAL, client);
    List<AuthorizationServer> found = new Discovery(client, fetcher, journal, Set.of()).run();
    return new DiscoveryWalk(journal.all(), found);
  }
}

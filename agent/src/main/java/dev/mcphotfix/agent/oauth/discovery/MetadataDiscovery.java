package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds authorization servers through the metadata that an MCP server and they themselves publish
 * (RFC 9728, RFC 8414), when somebody asks, and remembers them.
 *
 * <p>Fetches run on a thread of the agent's own, one at a time for each server, so that a thread of
 * the host waits no longer than a fixed limit whatever the network does.
 */
public final class MetadataDiscovery implements AuthorizationServerDirectory {

  private static final String THREAD_NAME = "mcp-hotfix-discovery";

  private final AgentLog log;
  private final LongSupplier clock;
  private final Limits limits;
  private final Map<Key, Lookup> lookups = new ConcurrentHashMap<>();

  /** A directory that writes one entry to the log for each discovery. */
  public MetadataDiscovery(AgentLog log) {
    this(log, new SystemClock(), Limits.DEFAULT);
  }

  /** For tests: with a clock in milliseconds and other limits. */
  MetadataDiscovery(AgentLog log, LongSupplier clock, Limits limits) {
    this.log = log;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Called when a lookup is likely soon, so that its time is not spent on the loading of classes.
   */
  public void warmUp() {
    try {
      new AgentThread(MetadataFetcher::warmUp, THREAD_NAME).start();
    } catch (OutOfMemoryError e) {
      // As below.
    }
  }

  @Override
  public List<AuthorizationServer> lookUp(StaticClient client) {
    Lookup lookup = AgentThread.isCurrent() ? null : begun(client, limits.failure());
    return lookup == null ? List.of() : lookup.await(limits.total());
  }

  @Override
  public void prepare(StaticClient client) {
    begun(client, limits.failure());
  }

  @Override
  public void lookAhead(StaticClient client) {
    begun(client, 0);
  }

  @Override
  public List<AuthorizationServer> known(StaticClient client) {
    Lookup lookup = lookups.get(Key.of(client));
    return lookup == null ? List.of() : lookup.known();
  }

  @Override
  public boolean isUnderWay(StaticClient client) {
    Lookup lookup = lookups.get(Key.of(client));
    return lookup != null && lookup.isUnderWay(limits.total());
  }

  @Override
  public boolean await(StaticClient client, Runnable then) {
    Lookup lookup = lookups.get(Key.of(client));
    return lookup != null && lookup.await(limits.total(), then);
  }

  /**
   * @param failure for how many milliseconds it is remembered that nothing was found
   */
  private @Nullable Lookup begun(StaticClient client, long failure) {
    return client.serverUrl() == null && client.issuer() == null
        ? null
        : lookups.compute(Key.of(client), (key, known) -> current(known, client, failure));
  }

  private Lookup current(@Nullable Lookup known, StaticClient client, long failure) {
    return known == null || known.expired(clock.getAsLong())
        ? start(known, client, failure)
        : known;
  }

  private Lookup start(@Nullable Lookup known, StaticClient client, long failure) {
    Lookup lookup = new Lookup(known);
    try {
      new AgentThread(() -> run(lookup, client, failure), THREAD_NAME).start();
    } catch (OutOfMemoryError e) {
      // The host has no thread left; that is not the moment to trouble it.
      lookup.fail(clock.getAsLong() + failure);
    }
    return lookup;
  }

  private void run(Lookup lookup, StaticClient client, long failure) {
    Journal journal = new Journal(client.serverName());
    try {
      // A little less than the host waits, so that it still gets what was found by then.
      long budget = limits.total() - limits.total() / 10;
      MetadataFetcher fetcher = new MetadataFetcher(limits.fetch(), budget, client);
      new AgentThread(() -> lookup.endAfter(budget, limits.total(), fetcher::end), THREAD_NAME)
          .start();
      List<AuthorizationServer> found =
          new Discovery(client, fetcher, journal, lookup.learned()).run();
      log.write(journal.entry(found, lookup.isFirst()));
      if (!found.isEmpty()) {
        lookup.succeed(found, clock.getAsLong() + limits.success());
      }
    } catch (Throwable e) { // Else a host's handler of uncaught errors would see it.
      log.write(
          journal.entry(List.of(), lookup.isFirst()).with("error", e.getClass().getSimpleName()));
    } finally {
      lookup.fail(clock.getAsLong() + failure);
    }
  }

  /** A class, because this one is made at the start of the host, when a lambda is dear. */
  private static final class SystemClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.currentTimeMillis();
    }
  }

  /** Two clients of one server share what is found. */
  private record Key(@Nullable String serverUrl, @Nullable String issuer) {
    static Key of(StaticClient client) {
      return new Key(client.serverUrl(), client.issuer());
    }
  }
}

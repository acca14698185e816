package dev.mcphotfix.agent.oauth.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A directory whose look-ups are under way until a test ends them. */
public final class LateDirectory implements AuthorizationServerDirectory {

  /** Names of the servers that were asked about, in order. */
  public final List<String> begun = new ArrayList<>();

  private final List<Runnable> waiting = new ArrayList<>();
  private List<AuthorizationServer> servers = List.of();
  private final Set<String> ended = new HashSet<>();
  private boolean waited;

  /** Whether somebody has waited for it, as no event loop may. */
  public synchronized boolean isWaitedFor() {
    return waited;
  }

  /** What has begun ends with these token endpoints; none where nothing was found. */
  public void end(String... tokenEndpoints) {
    List<Runnable> next;
    synchronized (this) {
      ended.addAll(begun);
      if (tokenEndpoints.length > 0) {
        servers = List.of(new AuthorizationServer("i", List.of(tokenEndpoints), List.of(), true));
      }
      next = List.copyOf(waiting);
      waiting.clear();
    }
    next.forEach(Runnable::run);
  }

  @Override
  public synchronized List<AuthorizationServer> lookUp(StaticClient client) {
    prepare(client);
    waited |= isUnderWay(client);
    return known(client);
  }

  @Override
  public synchronized void prepare(StaticClient client) {
    if (!begun.contains(client.serverName())) {
      begun.add(client.serverName());
    }
  }

  @Override
  public synchronized List<AuthorizationServer> known(StaticClient client) {
    return ended.contains(client.serverName()) ? servers : List.of();
  }

  @Override
  public synchronized boolean isUnderWay(StaticClient client) {
    return begun.contains(client.serverName()) && !ended.contains(client.serverName());
  }

  @Override
  public synchronized boolean await(StaticClient client, Runnable then) {
    return isUnderWay(client) && waiting.add(then);
  }
}

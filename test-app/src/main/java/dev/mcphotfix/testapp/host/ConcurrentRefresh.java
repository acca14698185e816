package dev.mcphotfix.testapp.host;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Refreshes many servers at the same moment, each in a thread of its own. */
final class ConcurrentRefresh {
  private final Credentials credentials;
  private final PrintStream out;

  ConcurrentRefresh(Credentials credentials, PrintStream out) {
    this.credentials = credentials;
    this.out = out;
  }

  int run(List<ServerConfig> servers) throws InterruptedException {
    int refreshed = 0;
    ExecutorService threads = Executors.newFixedThreadPool(servers.size());
    try {
      for (Future<Boolean> outcome : startTogether(servers, threads)) {
        refreshed += outcome.get() ? 1 : 0;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    out.println("Refreshed " + refreshed + " of " + servers.size() + " servers");
    return refreshed == servers.size() ? 0 : 1;
  }

  private List<Future<Boolean>> startTogether(List<ServerConfig> servers, ExecutorService threads) {
    CyclicBarrier start = new CyclicBarrier(servers.size());
    List<Future<Boolean>> outcomes = new ArrayList<>();
    for (ServerConfig server : servers) {
      outcomes.add(
          threads.submit(
              () -> {
                start.await();
                return refresh(server);
              }));
    }
    return outcomes;
  }

  private boolean refresh(ServerConfig server) throws InterruptedException {
    try {
      credentials.refresh(server);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

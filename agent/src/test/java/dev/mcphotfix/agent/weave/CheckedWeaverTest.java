package dev.mcphotfix.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two threads that load the first classes at the same time tell of them. */
final class CheckedWeaverTest implements WantedHooks {

  private static final String CLIENT = WovenHost.CLIENT;

  private final HookDispatcher dispatcher = new HookDispatcher((point, failure, last) -> {});
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch tells = new CountDownLatch(1);
  private final CountDownLatch mayTell = new CountDownLatch(1);
  private final CheckedWeaver weaver = new CheckedWeaver(this);
  private final CompletableFuture<Void> first = new CompletableFuture<>();

  @BeforeEach
  void isHeldUpWhileItTellsOfTheSelfCheck() throws Exception {
    Bridge.connect(dispatcher);
    first.completeAsync(this::weave);
    tells.await();
  }

  @AfterEach
  void endsTheFirst() {
    mayTell.countDown();
    first.join();
    Bridge.connect(null);
  }

  @Test
  void tellsOfNoClassBeforeTheSelfCheck() {
    weave();
    mayTell.countDown();
    first.join();

    assertThat(events).containsExactly(Notice.SELF_CHECK_OK, Notice.HOOK_WOVEN, Notice.HOOK_WOVEN);
  }

  @Test
  void tellsOfEachClassAtOnceLater() {
    mayTell.countDown();
    first.join();
    events.clear();

    weave();

    assertThat(events).containsExactly(Notice.HOOK_WOVEN);
  }

  private Void weave() {
    String file = CLIENT.replace('.', '/');
    Site site =
        new Site(
            "rule",
            new HookPoint(
                "rule", CLIENT, "post", List.of(WovenHost.STRING), new Target.Argument(0)),
            WovenHost.LEAVE);
    try {
      ClassLoader loader = WovenHost.class.getClassLoader();
      weaver.weave(CLIENT, null, loader, Implementations.read(file, loader), List.of(site));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Entry entry) {
    if (entry.event() == Notice.SELF_CHECK_OK) {
      tells.countDown();
      try {
        mayTell.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    events.add(entry.event());
  }

  @Override
  public AgentLog log() {
    return this::write;
  }

  @Override
  public HookDispatcher dispatcher() {
    return dispatcher;
  }

  @Override
  public Set<String> classNames() {
    return Set.of();
  }

  @Override
  public Map<String, String> unhookedClients() {
    return Map.of();
  }

  @Override
  public List<MethodName> inheritedMethods() {
    return List.of();
  }

  @Override
  public List<Site> sites(String className) {
    return List.of();
  }
}

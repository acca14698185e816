package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgentThreadTest {

  @Test
  void knowsItself() throws Exception {
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    AgentThread thread = new AgentThread(() -> own.complete(AgentThread.isCurrent()), "own");

    thread.start();

    assertThat(own.get()).isTrue();
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
  }

  @Test
  void doesNotTakeAHostThreadForItself() {
    assertThat(AgentThread.isCurrent()).isFalse();
  }
}

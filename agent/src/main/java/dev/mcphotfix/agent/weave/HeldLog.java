package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps entries back until what is to be told first has been. Nobody waits meanwhile. */
final class HeldLog implements AgentLog {

  private final AgentLog log;
  private final Queue<Entry> held = new ConcurrentLinkedQueue<>();
  private volatile boolean released;

  HeldLog(AgentLog log) {
    this.log = log;
  }

  @Override
  public void write(Entry entry) {
    held.add(entry);
    if (released) {
      writeHeld();
    }
  }

  void release() {
    released = true;
    writeHeld();
  }

  private void writeHeld() {
    for (Entry entry = held.poll(); entry != null; entry = held.poll()) {
      log.write(entry);
    }
  }
}

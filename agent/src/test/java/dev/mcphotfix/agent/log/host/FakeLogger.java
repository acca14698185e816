package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.log.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logger of a host that keeps what it is given. */
final class FakeLogger implements HostLogger {

  final List<String> lines = new ArrayList<>();
  boolean open = true;
  @Nullable Error failure;
  Runnable before = () -> {};

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void log(Severity severity, String message) {
    before.run();
    if (failure != null) {
      throw failure;
    }
    synchronized (lines) {
      lines.add(severity + " " + message);
    }
  }

  @Override
  public String description() {
    return "fake";
  }
}

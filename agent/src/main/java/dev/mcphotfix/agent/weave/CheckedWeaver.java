package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is needed once a class must be woven, and not before: Byte Buddy, and the proof that what it
 * weaves reaches the bridge.
 */
final class CheckedWeaver {

  private final WantedHooks hooks;
  private final HeldLog held;
  private final AtomicReference<@Nullable Checked> checked = new AtomicReference<>();

  CheckedWeaver(WantedHooks hooks) {
    this.hooks = hooks;
    this.held = new HeldLog(hooks.log());
  }

  /** The woven class file; null where nothing is woven, as when the self-check has failed. */
  byte @Nullable [] weave(
      String className,
      @Nullable Module module,
      @Nullable ClassLoader loader,
      byte[] classFile,
      List<Site> sites)
      throws IOException {
    Checked ready = checked();
    return ready.sound ? ready.weaver.weave(className, module, loader, classFile, sites) : null;
  }

  /** Those of the sites whose method an implementation stands in for. */
  List<Site> inherited(List<Site> sites, String typeName, @Nullable ClassLoader loader)
      throws IOException {
    return checked().weaver.inherited(sites, typeName.replace('/', '.'), loader);
  }

  void failed(String className, Throwable failure) {
    Entry entry = Entry.of(Severity.WARN, Notice.CLASS_NOT_WOVEN);
    hooks
        .log()
        .write(entry.with("class", className.replace('/', '.')).with("why", failure.toString()));
  }

  /**
   * Two threads that need it first may both make it. No lock is held meanwhile: the self-check's
   * probe asks the system class loader, whose own lock may be held by a thread that waits here. No
   * class is told of before the self-check, which whoever reads the log takes for the beginning.
   */
  private Checked checked() {
    Checked ready = checked.get();
    if (ready != null) {
      return ready;
    }
    String obstacle = new SelfCheck(hooks.dispatcher()).obstacle();
    Checked made = new Checked(new Weaver(new HookReport(held)), obstacle == null);
    if (!checked.compareAndSet(null, made)) {
      return Objects.requireNonNull(checked.get());
    }
    try {
      new HookReport(hooks.log()).selfChecked(obstacle);
    } finally {
      held.release();
    }
    return made;
  }

  private record Checked(Weaver weaver, boolean sound) {}
}

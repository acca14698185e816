package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.decision.Entry;
import dev.mcphotfix.agent.decision.Severity;
import dev.mcphotfix.agent.hook.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed once a class must be woven, and not before: Byte Buddy, and the proof that what it
 * weaves reaches the bridge.
 */
final class Workshop {

  private final Catalogue catalogue;
  private @Nullable Weaver weaver;
  private boolean sound;

  Workshop(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The woven class file; null where nothing is woven, as when the self-check has failed. */
  byte @Nullable [] weave(
      String className, @Nullable ClassLoader loader, byte[] classFile, List<Site> sites) {
    Weaver ready = weaver();
    return sound ? ready.weave(className, loader, classFile, sites) : null;
  }

  /** Those of the sites whose method an implementation stands in for. */
  List<Site> inherited(List<Site> sites, String typeName, @Nullable ClassLoader loader) {
    return weaver().inherited(sites, typeName.replace('/', '.'), loader);
  }

  void failed(String className, Throwable failure) {
    catalogue
        .log()
        .write(
            Entry.of(Severity.WARN, "class not woven")
                .with("class", className.replace('/', '.'))
                .with("why", failure.toString()));
  }

  private synchronized Weaver weaver() {
    if (weaver == null) {
      HookReport report = new HookReport(catalogue.log());
      Weaver made = new Weaver(report);
      sound = new SelfCheck(catalogue.dispatcher()).passes(report);
      weaver = made;
    }
    return weaver;
  }
}

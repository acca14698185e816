package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.weave.WantedHooks.MethodName;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asked by the JVM about each class that is loaded. For nearly all of them it looks a name up and
 * returns; everything else waits behind that.
 */
public final class HookTransformer implements ClassFileTransformer, Predicate<Class<?>> {

  private final WantedHooks hooks;
  private final Set<String> classNames;
  private final Map<String, String> unhookedClients;
  private final Set<String> told = Collections.synchronizedSet(new HashSet<>());
  private final @Nullable Implementations implementations;
  private @Nullable CheckedWeaver checkedWeaver;

  public HookTransformer(WantedHooks hooks) {
    this.hooks = hooks;
    this.unhookedClients = hooks.unhookedClients();
    this.classNames = new HashSet<>(unhookedClients.keySet());
    classNames.addAll(hooks.classNames());
    List<MethodName> methods = hooks.inheritedMethods();
    this.implementations = methods.isEmpty() ? null : new Implementations(methods);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Runs on any thread of the host, inside its class loading. Never throws; null leaves the
   * class as it is.
   */
  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (className == null) {
      return null;
    }
    boolean named = classNames.contains(className);
    if (!named && implementations == null) {
      return null;
    }
    try {
      return weave(className, named, module, loader, classFile);
    } catch (Throwable failure) {
      checkedWeaver().failed(className, failure);
      return null;
    }
  }

  /** Whether a class that is loaded already would be woven, so that it is worth transforming. */
  @Override
  public boolean test(Class<?> type) {
    return classNames.contains(type.getName().replace('.', '/'))
        || (implementations != null && implementations.isImplementedBy(type));
  }

  private byte @Nullable [] weave(
      String className,
      boolean named,
      @Nullable Module module,
      @Nullable ClassLoader loader,
      byte[] classFile)
      throws Exception {
    String client = unhookedClients.get(className);
    if (client != null && told.add(client)) {
      new HookReport(hooks.log()).notHooked(client, className.replace('/', '.'), loader);
    }
    List<String> inherited =
        implementations == null
            ? List.of()
            : implementations.implementedBy(className, loader, classFile);
    if (!named && inherited.isEmpty()) {
      return null;
    }
    List<Site> sites = new ArrayList<>(named ? hooks.sites(className) : List.of());
    for (String type : inherited) {
      sites.addAll(checkedWeaver().inherited(hooks.sites(type), type, loader));
    }
    return sites.isEmpty()
        ? null
        : checkedWeaver().weave(className.replace('/', '.'), module, loader, classFile, sites);
  }

  private synchronized CheckedWeaver checkedWeaver() {
    if (checkedWeaver == null) {
      checkedWeaver = new CheckedWeaver(hooks);
    }
    return checkedWeaver;
  }
}

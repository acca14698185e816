package dev.mcphotfix.agent.hook;

import dev.mcphotfix.agent.host.AgentThread;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of woven code from the bridge to the handler of their site.
 *
 * <p>Runs on host threads. Whatever a handler throws ends here: it is reported and the host goes on
 * with what it had. A hook that fails {@value #MOST_FAILURES} times in a row at one of its sites is
 * made for another version of the library, and is left out from then on.
 */
public final class HookDispatcher
    implements Function<Object[], @Nullable Object>, BiPredicate<String, @Nullable Object> {

  private static final int MOST_FAILURES = 5;

  /**
   * Whether the thread is in a hook: one cell for each thread, as to set and remove a value takes
   * longer than all else. Of a type of the JDK, so that it may stay when the agent leaves.
   */
  private static final ThreadLocal<boolean @Nullable []> INSIDE = new ThreadLocal<>();

  private final Map<String, Site> sites = new ConcurrentHashMap<>();

  /** By the key of a site, since its last success. */
  private final Map<String, Integer> failing = new ConcurrentHashMap<>();

  private final FailureReport failures;
  private volatile @Nullable CallObserver observer;

  public HookDispatcher(FailureReport failures) {
    this.failures = failures;
  }

  /** Where the failure of a handler is told. */
  @FunctionalInterface
  public interface FailureReport {
    /**
     * A handler has thrown, and the host went on with what it had.
     *
     * @param last whether the hook is left out from now on
     */
    void failed(HookPoint point, Throwable failure, boolean last);
  }

  /** From now on calls with the site's key reach its handler. */
  public void register(Site site) {
    sites.put(site.key(), site);
  }

  /** Is told of each call from now on; null for nobody. */
  public void observe(@Nullable CallObserver observer) {
    this.observer = observer;
  }

  /** Calls with these keys are left alone from now on. */
  public void retire(Iterable<String> keys) {
    for (String key : keys) {
      sites.remove(key);
    }
  }

  /**
   * Whether the call is to be shown to its handler.
   *
   * @param first argument of the call; of a method without any its receiver, null where it is
   *     static
   */
  @Override
  public boolean test(String key, @Nullable Object first) {
    Site site = sites.get(key);
    if (site == null || site.filter() == CallFilter.NONE) {
      return site != null;
    }
    boolean[] busy = inside();
    if (busy[0] || AgentThread.isCurrent()) {
      return false;
    }
    busy[0] = true;
    try {
      return mayMatter(site, first);
    } catch (Throwable doubt) { // The handler comes to the same, and its failure is told.
      return true;
    } finally {
      busy[0] = false;
    }
  }

  /** One that is left alone is a success, too. */
  private boolean mayMatter(Site site, @Nullable Object first) {
    boolean may = site.filter().mayMatter(first);
    if (!may && !failing.isEmpty()) {
      failing.remove(site.key());
    }
    return may;
  }

  private static boolean[] inside() {
    boolean[] known = INSIDE.get();
    if (known == null) {
      known = new boolean[1];
      INSIDE.set(known);
    }
    return known;
  }

  /**
   * @param call as in {@code Bridge#apply}: key, receiver, arguments, value
   * @return the array of arguments to use, the value to use, or null to leave things alone
   */
  @Override
  public @Nullable Object apply(Object[] call) {
    Site site = sites.get((String) call[0]);
    boolean[] busy = inside();
    if (site == null || busy[0] || isBlindTo(site)) {
      return null;
    }
    CallObserver told = observer;
    busy[0] = true;
    try {
      if (told != null) {
        told.begun();
      }
      Object replacement = dispatch(site, call[1], (Object[]) call[2], call[3]);
      if (!failing.isEmpty()) {
        failing.remove(site.key());
      }
      return replacement;
    } catch (Throwable failure) {
      failed(site, failure);
      return null;
    } finally {
      if (told != null) {
        told.ended();
      }
      busy[0] = false;
    }
  }

  /** What the agent's own threads do is none of the hooks', but for the proof that they work. */
  private static boolean isBlindTo(Site site) {
    return AgentThread.isCurrent() && !site.key().equals(Site.SELF_CHECK);
  }

  /** All sites of the hook go, since what one of them begins another one ends. */
  private void failed(Site site, Throwable failure) {
    boolean last = failing.merge(site.key(), 1, Integer::sum) == MOST_FAILURES;
    failures.failed(site.point(), failure, last);
    if (last) {
      failing.remove(site.key());
      String hook = site.point().hook();
      sites.values().removeIf(other -> other.point().hook().equals(hook));
    }
  }

  private static @Nullable Object dispatch(
      Site site, @Nullable Object self, Object[] arguments, @Nullable Object value) {
    Target target = site.point().target();
    if (target instanceof Target.Argument argument) {
      return replaceArgument(site, self, arguments, argument.index());
    }
    Object current = target instanceof Target.Arguments ? arguments : value;
    return replacement(site, self, arguments, current);
  }

  private static Object @Nullable [] replaceArgument(
      Site site, @Nullable Object self, Object[] arguments, int index) {
    Object replacement = replacement(site, self, arguments, arguments[index]);
    if (replacement == null) {
      return null;
    }
    Object[] replaced = arguments.clone();
    replaced[index] = replacement;
    return replaced;
  }

  private static @Nullable Object replacement(
      Site site, @Nullable Object self, Object[] arguments, @Nullable Object value) {
    Invocation invocation =
        new Invocation(site.point().hook(), self, Arrays.asList(arguments), value);
    Object replacement = site.handler().handle(invocation);
    return replacement == value ? null : replacement;
  }
}

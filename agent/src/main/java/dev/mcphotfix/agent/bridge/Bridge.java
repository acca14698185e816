package dev.mcphotfix.agent.bridge;

import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one class that woven host code reaches, from any class loader: it is looked up by name in the
 * system class loader, so that nothing has to be on the bootstrap path.
 *
 * <p>Only {@code java.*} types occur in its signatures, since the host's class cannot name any
 * other. It holds the only mutable static state of the agent. Never throws.
 */
public final class Bridge
    implements Function<Object[], @Nullable Object>, BiPredicate<String, @Nullable Object> {

  /** What woven code calls. Stays the same object; what is behind it may come and go. */
  public static final Function<Object[], @Nullable Object> FUNCTION = new Bridge();

  private static volatile @Nullable Function<Object[], @Nullable Object> dispatcher;
  private static volatile @Nullable Consumer<String> commands;
  private static boolean claimed;

  private Bridge() {}

  /**
   * Answers true to the first caller only: an agent that is given twice starts once.
   *
   * <p>The class, and so this flag, is the same for each copy of the agent's jar, since the system
   * class loader defines it once.
   */
  public static synchronized boolean claim() {
    boolean first = !claimed;
    claimed = true;
    return first;
  }

  /** Lets another one claim it: the agent has nothing to do, or has been detached. */
  public static synchronized void release() {
    claimed = false;
    commands = null;
  }

  /** Hands commands to the agent that has been installed, whichever copy of its jar brings them. */
  public static void listen(Consumer<String> commands) {
    Bridge.commands = commands;
  }

  /** Who carries out commands; null where no agent is in, or not yet. */
  public static @Nullable Consumer<String> commands() {
    return commands;
  }

  /** Sends the calls of woven code to {@code dispatcher} from now on; null disconnects them. */
  public static void connect(@Nullable Function<Object[], @Nullable Object> dispatcher) {
    Bridge.dispatcher = dispatcher;
  }

  /**
   * Whether a call may matter to its site. Asked first, with nothing made for it: hardly any call
   * of a woven method is for the agent.
   *
   * @param key of the site
   * @param first argument of the call; of a method without any its receiver, null where it is
   *     static
   */
  @Override
  @SuppressWarnings("unchecked")
  public boolean test(String key, @Nullable Object first) {
    Function<Object[], @Nullable Object> connected = dispatcher;
    if (!(connected instanceof BiPredicate<?, ?> filter)) {
      return connected != null;
    }
    try {
      return ((BiPredicate<String, @Nullable Object>) filter).test(key, first);
    } catch (Throwable unreported) {
      return true;
    }
  }

  /**
   * Runs on the host's thread, inside the woven method.
   *
   * @param call the site's key, the receiver, the array of arguments, and the value of the target
   * @return what is to be used instead, or null to leave everything as it is
   */
  @Override
  public @Nullable Object apply(Object[] call) {
    Function<Object[], @Nullable Object> connected = dispatcher;
    if (connected == null) {
      return null;
    }
    try {
      return connected.apply(call);
    } catch (Throwable unreported) {
      return null;
    }
  }
}

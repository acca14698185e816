package dev.mcphotfix.agent.hook;

/**
 * A hook point together with what happens there.
 *
 * @param key what woven code says to tell which site it is; unique in the agent
 * @param filter tells calls that the handler leaves alone; asked of arguments and returned values
 */
public record Site(String key, HookPoint point, HookHandler handler, CallFilter filter) {

  /** The key of the one that proves, on any thread, that calls arrive. */
  public static final String SELF_CHECK = "self-check";

  /** One whose handler is shown each call. */
  public Site(String key, HookPoint point, HookHandler handler) {
    this(key, point, handler, CallFilter.NONE);
  }

  /** The same at another place. */
  public Site at(String otherKey, HookPoint otherPoint) {
    return new Site(otherKey, otherPoint, handler, filter);
  }
}

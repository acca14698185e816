package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.List;

/** Makes the adapters of the built-in hooks; one is loaded when its library is met. */
public final class HttpStacks {

  private HttpStacks() {}

  /**
   * The sites of an adapter, all of them.
   *
   * @param adapter name of its class, below this package
   * @param hooks the names that are switched on of those that it stands for
   * @throws IllegalArgumentException where there is no such adapter
   */
  public static List<Site> sites(String adapter, List<String> hooks, Examiner examiner) {
    try {
      return Class.forName("dev.mcphotfix.agent.http." + adapter)
          .asSubclass(HttpStack.class)
          .getDeclaredConstructor()
          .newInstance()
          .sites(hooks, examiner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(adapter, e);
    }
  }
}

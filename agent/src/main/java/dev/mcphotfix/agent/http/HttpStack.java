package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.List;

/**
 * One HTTP library as the agent knows it: where its requests pass, how one is taken apart, and how
 * it is put together again. Made when the first class of the library that it names is met.
 */
public interface HttpStack {

  /**
   * The methods to weave, each with what happens there.
   *
   * @param hooks the names that are switched on; more than one where libraries share a place
   */
  List<Site> sites(List<String> hooks, Examiner examiner);
}

package dev.mcphotfix.agent.weave.host;

/** Implements for others what its superinterface declares. */
public interface LoggedStore extends Store<String> {

  @Override
  default String save(String key, String record) {
    return "logged " + key;
  }
}

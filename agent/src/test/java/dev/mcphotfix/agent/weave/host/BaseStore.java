package dev.mcphotfix.agent.weave.host;

/** Between the interface and the class that implements it. */
public abstract class BaseStore implements Store<Integer> {

  protected final String folder = "folder";

  protected abstract String load(String key);

  public String open(String key) {
    return load(key);
  }
}

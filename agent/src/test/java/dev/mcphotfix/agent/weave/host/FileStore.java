package dev.mcphotfix.agent.weave.host;

/** Implements what its superclass and the superclass's interface declare. */
public final class FileStore extends BaseStore {

  @Override
  public String save(String key, Integer record) {
    return key + '=' + record;
  }

  @Override
  protected String load(String key) {
    return "loaded " + key;
  }
}

package dev.mcphotfix.agent.weave.host;

/** An interface that a rule may name. */
public interface Store<T> {

  String save(String key, T record);
}

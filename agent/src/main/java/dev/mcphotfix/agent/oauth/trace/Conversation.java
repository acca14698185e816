package dev.mcphotfix.agent.oauth.trace;

/**
 * What a client does about one server, from the first step to the answer that ends it. Immutable.
 *
 * @param id the same in all entries about it
 * @param since nanoseconds of the clock when it began
 * @param last the same of its last step
 * @param ended whether the answer has come: what begins then is another one
 */
record Conversation(String id, String server, long since, long last, boolean ended) {

  static Conversation begun(String id, String server, long now) {
    return new Conversation(id, server, now, now, false);
  }

  Conversation at(long now) {
    return new Conversation(id, server, since, now, ended);
  }

  Conversation end() {
    return new Conversation(id, server, since, last, true);
  }
}

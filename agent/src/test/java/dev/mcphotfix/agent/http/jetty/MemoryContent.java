package dev.mcphotfix.agent.http.jetty;

import org.eclipse.jetty.client.api.Request;

/** A content of Jetty 11 whose pieces are in memory, and which can be subscribed to again. */
final class MemoryContent extends PushedContent {

  private final String[] texts;

  MemoryContent(String... texts) {
    this.texts = texts;
  }

  @Override
  public long getLength() {
    return String.join("", texts).length();
  }

  @Override
  public Request.Content.Subscription subscribe(
      Request.Content.Consumer consumer, boolean emitInitialContent) {
    clear();
    for (int i = 0; i < texts.length; i++) {
      boolean last = i == texts.length - 1;
      PushedContent written = last ? writeLast(texts[i]) : write(texts[i]);
      assert written == this;
    }
    return super.subscribe(consumer, emitInitialContent);
  }
}

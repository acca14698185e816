package dev.mcphotfix.agent.http.apache;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An {@code HttpAsyncRequestProducer}, as much of it as the agent uses. */
public interface LibraryContent {

  boolean isRepeatable();

  void produceContent(Encoder encoder, Object control) throws IOException;

  void resetRequest();

  /** A {@code ContentEncoder}. */
  interface Encoder {

    int write(ByteBuffer part) throws IOException;

    void complete() throws IOException;

    boolean isCompleted();
  }

  /** An {@code IOControl}. */
  record Control() {

    public void requestOutput() {}
  }
}

package dev.mcphotfix.agent.http.apache;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An {@code AsyncEntityProducer}, as much of it as the agent uses. */
public interface LibraryProducer {

  boolean isChunked();

  long getContentLength();

  int available();

  void produce(Channel channel) throws IOException;

  void releaseResources();

  /** A {@code DataStreamChannel}. */
  interface Channel {

    int write(ByteBuffer part) throws IOException;

    void requestOutput();

    void endStream() throws IOException;
  }
}

package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;

/** Breaks off as soon as it is read. */
final class BrokenStream extends InputStream {

  @Override
  public int read() throws IOException {
    throw new IOException("broken");
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return read();
  }
}

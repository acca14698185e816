package io.helidon.webclient.api;

import java.io.IOException;
import java.io.OutputStream;

/** As much of Helidon's type as the agent uses: Helidon itself cannot be loaded before JDK 21. */
public interface ClientRequest {

  /** Writes a body. */
  interface OutputStreamHandler {
    void handle(OutputStream out) throws IOException;
  }
}

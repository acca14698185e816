package dev.mcphotfix.agent.http;

import java.io.InputStream;

final class ObservedStreamTest extends InputStreamContract {

  @Override
  protected InputStream over(InputStream received, int status) {
    return new ObservedStream(received, attempt, status);
  }
}

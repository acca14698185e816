package dev.mcphotfix.agent.hook;

import java.util.List;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final List<Class<?>> KNOWN =
      List.of(
          dev.mcphotfix.agent.decision.Intruder.class,
          net.bytebuddy.ByteBuddy.class,
          org.slf4j.Logger.class,
          tools.jackson.core.JsonParser.class,
          java.net.http.HttpClient.class,
          com.fasterxml.jackson.databind.ObjectMapper.class,
          java.nio.file.Files.class);

  private Intruder() {}

  static void endTheHost() {
    System.out.println();
    System.exit(0);
  }
}

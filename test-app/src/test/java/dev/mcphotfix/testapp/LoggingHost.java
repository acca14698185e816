package dev.mcphotfix.testapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Refreshes tokens before it sets up its logging and afterwards: {@code LoggingHost LOGGING
 * TOKEN-ENDPOINT}.
 */
final class LoggingHost {

  private LoggingHost() {}

  public static void main(String[] arguments) throws Exception {
    String logging = arguments[0];
    if (!logging.equals("jul") && !logging.equals("none")) {
      Class.forName(entrance(logging), false, LoggingHost.class.getClassLoader());
    }
    HttpClient client = HttpClient.newHttpClient();
    refresh(client, arguments[1], List.of("r1", "r2", "r3"));
    awaitTheAgent(Thread.State.TIMED_WAITING); // It has looked for logging, and looks again.
    if (!logging.equals("none")) {
      setUp(logging);
      awaitTheAgent(Thread.State.WAITING); // All is delivered.
    }
    refresh(client, arguments[1], List.of("r4", "r5"));
    if (logging.startsWith("log4j")) {
      System.out.println("contexts: " + contexts());
    }
  }

  private static String entrance(String logging) {
    return logging.equals("log4j")
        ? "org.apache.logging.log4j.LogManager"
        : "org.slf4j.LoggerFactory";
  }

  private static void awaitTheAgent(Thread.State state) {
    while (!isIts(state)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isIts(Thread.State state) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mcp-hotfix-log") && thread.getState() == state) {
        return true;
      }
    }
    return false;
  }

  /** As late as that, a host says where its configuration is. */
  private static void setUp(String logging) throws Exception {
    System.setProperty("mark", "mine");
    System.setProperty("logback.configurationFile", "logback.xml");
    System.setProperty("log4j2.configurationFile", "log4j2.xml");
    System.setProperty("java.util.logging.config.file", "logging.properties");
    if (logging.equals("jul")) {
      java.util.logging.Logger.getLogger("host").info("starts");
    } else {
      Object logger =
          Class.forName(entrance(logging))
              .getMethod("getLogger", String.class)
              .invoke(null, "host");
      Class.forName(
              logging.equals("log4j") ? "org.apache.logging.log4j.Logger" : "org.slf4j.Logger")
          .getMethod("info", String.class)
          .invoke(logger, "starts");
    }
  }

  private static int contexts() throws Exception {
    Object factory =
        Class.forName("org.apache.logging.log4j.LogManager").getMethod("getFactory").invoke(null);
    Object selector = factory.getClass().getMethod("getSelector").invoke(factory);
    List<?> contexts =
        (List<?>) selector.getClass().getMethod("getLoggerContexts").invoke(selector);
    return contexts.size();
  }

  private static void refresh(HttpClient client, String endpoint, List<String> tokens)
      throws Exception {
    for (String token : tokens) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + token))
              .build();
      System.out.println(client.send(request, BodyHandlers.ofString()).statusCode());
    }
  }
}

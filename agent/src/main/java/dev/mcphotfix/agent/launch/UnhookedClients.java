package dev.mcphotfix.agent.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * HTTP clients that no built-in hook covers, so that a client that sends with one of them is told
 * instead of meeting with silence.
 */
public final class UnhookedClients {

  /** What people call the client, and the class by which it is known. */
  private static final String[][] CATALOGUE = {
    {"Apache HttpClient 3", "org/apache/commons/httpclient/HttpMethodDirector"},
    {"AsyncHttpClient 1", "com/ning/http/client/AsyncHttpClient"},
    {"Armeria", "com/linecorp/armeria/client/HttpClientDelegate"},
    {"Jodd HTTP", "jodd/http/HttpRequest"},
    {"Undertow's client", "io/undertow/client/http/HttpClientConnection"},
    {"Pekko HTTP", "org/apache/pekko/http/impl/engine/client/OutgoingConnectionBlueprint$"},
    {"Akka HTTP", "akka/http/impl/engine/client/OutgoingConnectionBlueprint$"},
  };

  private UnhookedClients() {}

  /** What people call them, by the internal name of a class that each loads when it is used. */
  public static Map<String, String> byClassName() {
    Map<String, String> clients = new LinkedHashMap<>();
    for (String[] line : CATALOGUE) {
      clients.put(line[1], line[0]);
    }
    return clients;
  }
}

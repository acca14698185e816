package dev.mcphotfix.agent.launch;

import dev.mcphotfix.agent.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what those bring who load the agent into a JVM that runs: options the first time, commands
 * after that. Not loaded by a start.
 */
public final class Attachment {

  private Attachment() {}

  /**
   * Called in a host that runs, on the JVM's thread for those who attach. Never throws.
   *
   * @param text the agent's options, or a command for the agent that is in
   */
  public static void receive(@Nullable String text, Instrumentation instrumentation) {
    try {
      if (text != null && text.startsWith("command=")) {
        tell(text);
      } else if (Launch.isJdkTool()) {
        answerNotInstalled(text);
      } else if (Bridge.claim()) {
        install(text, instrumentation);
      } else {
        tell("command=install,request=" + request(text));
      }
    } catch (Throwable failure) {
      System.err.println("mcp-hotfix WARN  failed; the host runs on: " + failure);
    }
  }

  private static void install(@Nullable String text, Instrumentation instrumentation)
      throws Exception {
    answerNotInstalled(text); // Until something is.
    if (Launch.install(new Installation(text, instrumentation, System.err, true, null), false)) {
      tell("command=installed,request=" + request(text));
    }
  }

  private static void tell(String command) {
    Consumer<String> commands = Bridge.commands();
    if (commands == null) {
      answerNotInstalled(command);
    } else {
      commands.accept(command);
    }
  }

  /** Where those who attach look for an answer, in the words of the agent's own answers. */
  static void answerNotInstalled(@Nullable String text) {
    String request = request(text);
    System.setProperty(
        "mcp-hotfix.answer",
        "{\"request\":"
            + (request.isEmpty() ? "null" : '"' + request + '"')
            + ",\"command\":\"none\",\"outcome\":\"not-installed\","
            + "\"problems\":[\"no agent is in\"]}");
  }

  /**
   * What the text says to tell its answer apart: letters and digits; empty where it says nothing.
   */
  public static String request(@Nullable String text) {
    int start = text == null ? -1 : text.lastIndexOf("request=");
    if (text == null || start < 0) {
      return "";
    }
    start += "request=".length();
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}

package dev.mcphotfix.agent.command.attach.agent;

import java.io.IOException;

/** Answers commands in the way of the agent and does nothing else; the target's main class, too. */
public final class StandInAgent {

  private static int sequence;

  private StandInAgent() {}

  /** Called by the JVM. */
  public static void agentmain(String options) {
    String request = options.substring(options.lastIndexOf('=') + 1);
    if (options.startsWith("stale")) {
      answer("another", "status", "done");
    } else if (options.startsWith("command=detach")) {
      answer(request, "detach", "done");
    } else if (options.startsWith("command=reload,mode=bad")) {
      answer(request, "reload", "failed");
    } else if (options.startsWith("huge")) {
      answer(request, "status", "done" + "!".repeat(5_000_000));
    } else if (options.startsWith("vast")) {
      answer(request, "status", "done" + "!".repeat(40 << 20));
    } else if (!options.startsWith("mute")) {
      answer(request, options.startsWith("command=") ? "status" : "install", "done");
    }
  }

  /** Lives until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    System.out.println(System.in.read());
  }

  private static void answer(String request, String command, String outcome) {
    System.setProperty(
        "mcp-hotfix.answer",
        "{\"request\":\"%s\",\"command\":\"%s\",\"outcome\":\"%s\",\"sequence\":%d,\"problems\":[],"
                .formatted(request, command, outcome, ++sequence)
            + "\"status\":{\"mode\":\"enforce\",\"awake\":true,\"hooks\":[]}}");
  }
}

package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.stack.StackHost;
import dev.mcphotfix.testapp.world.ChildResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A library, and the server that it and no other calls. */
record StackServer(Stack stack, RecordingServer server) {

  /** Of {@link StackHost}. */
  List<String> arguments(boolean secure) {
    List<String> arguments = new ArrayList<>(List.of(stack.clientClass(), server.uri().toString()));
    if (secure) {
      arguments.add(server.secureUri().toString());
    }
    return arguments;
  }

  /**
   * Its part of what a host has left behind: a line about a request names the server's port.
   *
   * @param output its part of what the host has printed
   */
  StackRun run(String output, ChildResult host) {
    List<String> ports =
        List.of(server.uri().getRawAuthority() + '/', server.secureUri().getRawAuthority() + '/');
    String errors =
        host.errorLines().stream()
            .filter(line -> ports.stream().anyMatch(line::contains))
            .collect(Collectors.joining("\n", "", "\n"));
    ChildResult own = new ChildResult(host.exitCode(), output, errors);
    return new StackRun(stack, own, host.stderr(), Arrivals.at(server));
  }
}

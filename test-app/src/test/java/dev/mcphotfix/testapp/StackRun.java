package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a host that sent all calls through one library left behind.
 *
 * @param log all that the host and the agent have said, about whichever library
 * @param arrived at the plain server, then at the one behind TLS
 */
record StackRun(Stack stack, ChildResult result, String log, List<RecordedRequest> arrived) {

  /** Whether another Java would have sent something else: some libraries tell its version. */
  boolean namesItsJava() {
    return arrived.stream().anyMatch(request -> request.header("User-Agent").contains("Java"));
  }

  List<RecordedRequest> secure() {
    return arrived.stream().filter(RecordedRequest::secure).toList();
  }

  /** What it would have been without the second server, whose first call is the first again. */
  StackRun withoutTls() {
    List<String> lines = result.outputLines();
    List<String> names = lines.stream().map(line -> line.split(" ", 2)[0]).toList();
    String plain =
        lines.stream()
            .limit(names.lastIndexOf(names.get(0)))
            .collect(Collectors.joining("\n", "", "\n"));
    return new StackRun(
        stack,
        new ChildResult(result.exitCode(), plain, result.stderr()),
        log,
        arrived.stream().filter(request -> !request.secure()).toList());
  }
}

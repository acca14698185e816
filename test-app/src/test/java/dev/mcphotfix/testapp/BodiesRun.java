package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.body.BodiesHost;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.SideBySideJvm;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of each kind of body, over some libraries in one JVM.
 *
 * @param lines of each library: the body, how its call ended, and what arrived as whole
 * @param log of the agent
 */
record BodiesRun(Map<Stack, List<String>> lines, String log) {

  static final String ID = "my-static-client";

  /** Sends them all. */
  static BodiesRun of(List<Stack> stacks, Jdk jdk, Path folder, boolean withAgent)
      throws Exception {
    EchoServer server = new EchoServer();
    try (server) {
      SharedHosts hosts = new SharedHosts(SideBySideJvm.class);
      for (Stack stack : stacks) {
        hosts.add(
            BodiesHost.class,
            stack.libraries(BuiltJars.stacks()),
            List.of(stack.bodySender(), stack.name(), server.uri().toString()));
      }
      ChildJvm host = hosts.jvm(folder).withJavaHome(jdk.home());
      ChildResult result = withAgent ? withAgent(host, server).run() : host.run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      List<String> outputs = SharedHosts.outputs(result);
      server.close();
      Map<Stack, List<String>> lines = new EnumMap<>(Stack.class);
      for (int i = 0; i < stacks.size(); i++) {
        lines.put(stacks.get(i), lines(stacks.get(i), outputs.get(i), server));
      }
      return new BodiesRun(lines, result.stderr());
    }
  }

  private static ChildJvm withAgent(ChildJvm host, EchoServer server) {
    return host.withAgent(
        BuiltJars.agent(), "clientId=" + ID + ",tokenEndpoint=" + server.uri() + "token");
  }

  private static List<String> lines(Stack stack, String output, EchoServer server) {
    return output.lines().map(line -> line + " <- " + arrived(stack, line, server)).toList();
  }

  private static List<String> arrived(Stack stack, String line, EchoServer server) {
    return server.arrived(stack.name() + '/' + line.split(": ", 2)[0].replace(' ', '/'));
  }

  /** The same, but for these. */
  BodiesRun and(BodiesRun others) {
    Map<Stack, List<String>> all = new EnumMap<>(lines);
    all.putAll(others.lines);
    return new BodiesRun(all, log);
  }

  /** Of this library. */
  List<String> of(Stack stack) {
    return lines.getOrDefault(stack, List.of());
  }
}

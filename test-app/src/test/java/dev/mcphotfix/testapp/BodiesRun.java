package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.body.BodiesHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.SideBySideJvm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of each kind of body, over some clients in one JVM.
 *
 * @param lines by the name of each client: the body, how its call ended, and what arrived as whole
 * @param log of the agent
 */
record BodiesRun(Map<String, List<String>> lines, String log) {

  static final String ID = "my-static-client";

  /** Sends them all. */
  static BodiesRun of(List<BodyClient> clients, Jdk jdk, Path folder, boolean withAgent)
      throws Exception {
    EchoServer server = new EchoServer();
    try (server) {
      SharedHosts hosts = new SharedHosts(SideBySideJvm.class);
      for (BodyClient client : clients) {
        hosts.add(
            BodiesHost.class,
            client.libraries(),
            List.of(client.sender(), client.name(), server.uri().toString()));
      }
      ChildJvm host = hosts.jvm(folder).withJavaHome(jdk.home());
      ChildResult result = withAgent ? withAgent(host, server).run() : host.run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      List<String> outputs = SharedHosts.outputs(result);
      server.close();
      Map<String, List<String>> lines = new HashMap<>();
      for (int i = 0; i < clients.size(); i++) {
        String name = clients.get(i).name();
        lines.put(name, lines(name, outputs.get(i), server));
      }
      return new BodiesRun(lines, result.stderr());
    }
  }

  private static ChildJvm withAgent(ChildJvm host, EchoServer server) {
    return host.withAgent(
        BuiltJars.agent(), "clientId=" + ID + ",tokenEndpoint=" + server.uri() + "token");
  }

  private static List<String> lines(String name, String output, EchoServer server) {
    return output.lines().map(line -> line + " <- " + arrived(name, line, server)).toList();
  }

  private static List<String> arrived(String name, String line, EchoServer server) {
    return server.arrived(name + '/' + line.split(": ", 2)[0].replace(' ', '/'));
  }

  /** The same, but for these. */
  BodiesRun and(BodiesRun others) {
    Map<String, List<String>> all = new HashMap<>(lines);
    all.putAll(others.lines);
    return new BodiesRun(all, log);
  }

  /** Of this client. */
  List<String> of(BodyClient client) {
    return lines.getOrDefault(client.name(), List.of());
  }
}

package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.stack.StackHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The libraries of one hook, each with a server of its own, so that nothing that the agent learns
 * from one of them helps it with another. They send their calls in one JVM, the first of them from
 * the ordinary class path.
 */
final class StackFamily implements AutoCloseable {

  /**
   * What a call seldom ends in where a connection or a stream was lost. Apache's over HTTP/2, when
   * a stream has waited ten seconds for its turn, does so without the agent about once in a
   * thousand runs. The other two, Ktor 2 over Apache's client and Jetty 11, were seen once each in
   * about a hundred runs. Neither came again in 620 rounds of the plain calls without the agent nor
   * in 620 with it, so that it is not known whose they are.
   */
  private static final List<String> LOST =
      List.of(
          "org.apache.hc.core5.http2.H2StreamResetException",
          "org.apache.hc.core5.http.RequestNotExecutedException",
          "java.nio.channels.CancelledKeyException");

  private final List<StackServer> members;

  private StackFamily(List<StackServer> members) {
    this.members = members;
  }

  static StackFamily start(String hook, Predicate<Stack> condition, LoopbackCertificate certificate)
      throws IOException {
    List<StackServer> members = new ArrayList<>();
    for (Stack stack : Stack.values()) {
      if (stack.hook().equals(hook) && condition.test(stack)) {
        RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate);
        members.add(new StackServer(stack, server));
      }
    }
    return new StackFamily(members);
  }

  /** Some of its libraries, with the same servers. */
  StackFamily only(Predicate<Stack> condition) {
    return new StackFamily(
        members.stream().filter(member -> condition.test(member.stack())).toList());
  }

  List<Stack> stacks() {
    return members.stream().map(StackServer::stack).toList();
  }

  List<RecordingServer> servers() {
    return members.stream().map(StackServer::server).toList();
  }

  /** A host for all of them, in this folder. */
  ChildJvm host(Path folder, Predicate<Stack> secure) throws Exception {
    SharedHosts hosts = new SharedHosts();
    for (StackServer member : members) {
      hosts.add(
          StackHost.class,
          member.stack().libraries(BuiltJars.stacks()),
          member.arguments(secure.test(member.stack())));
    }
    return hosts.jvm(folder);
  }

  /** What each of them did, once more where a library lost a call of its own accord. */
  List<StackRun> run(ChildJvm host) throws Exception {
    ChildResult result = host.run();
    if (LOST.stream().anyMatch(result.stdout()::contains)) {
      servers().forEach(RecordingServer::takeRequests);
      result = host.run();
    }
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    List<String> outputs = SharedHosts.outputs(result);
    List<StackRun> runs = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      runs.add(members.get(i).run(outputs.get(i), result));
    }
    return runs;
  }

  @Override
  public void close() throws IOException {
    for (StackServer member : members) {
      member.server().close();
    }
  }
}

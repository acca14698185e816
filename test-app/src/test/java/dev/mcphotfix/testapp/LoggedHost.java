package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A repeating host with the agent, and the server where it refreshes; gone when closed, or after 40
 * seconds.
 */
record LoggedHost(HttpServer server, Process process, BufferedReader output)
    implements AutoCloseable {

  /**
   * @param before stands before the words of the Java command
   * @param log the option of the agent
   */
  static LoggedHost start(Jdk jdk, List<String> before, String log, ProcessBuilder.Redirect stderr)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", LoggedHost::answer);
    server.start();
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    List<String> command = new ArrayList<>(before);
    command.add(jdk.home().resolve("bin").resolve("java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add(
        "-javaagent:%s=log=%s,clientId=mine,tokenEndpoint=%s"
            .formatted(BuiltJars.agent(), log, endpoint));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RepeatingHost.class.getName(), endpoint));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(stderr);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    CompletableFuture<Process> unused =
        process
            .onExit()
            .orTimeout(40, TimeUnit.SECONDS)
            .whenComplete((ended, stuck) -> process.destroyForcibly());
    return new LoggedHost(server, process, process.inputReader(UTF_8));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** How many of so many refreshes went well. */
  String refresh(int times) throws IOException {
    say(Integer.toString(times));
    return String.valueOf(output.readLine());
  }

  /** Has it end, and refresh once more when the agent has written its log. */
  int exit() throws IOException, InterruptedException {
    say("exit");
    return process.waitFor();
  }

  private void say(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Lets it end by itself. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    server.stop(0);
  }
}

package dev.mcphotfix.testapp.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;

/**
 * The command line of a host, for the folder that holds its {@code .mcp.json}: {@code login},
 * {@code connect}, {@code stay}, which connects again for each line of its input, {@code
 * refresh-twice} and {@code refresh-all}, the last one with a thread for each configured server.
 * What goes wrong is told without its cause, as such applications do.
 */
public final class Commands {
  private final Credentials credentials;
  private final File folder;
  private final PrintStream out;

  public Commands(Credentials credentials, File folder, PrintStream out) {
    this.credentials = credentials;
    this.folder = folder;
    this.out = out;
  }

  /** Runs the command that the first argument names; answers the exit code. */
  public int run(String... arguments) throws IOException, InterruptedException {
    List<ServerConfig> servers = ServerConfig.readAll(folder);
    return switch (arguments.length == 0 ? "" : arguments[0]) {
      case "login" -> login(servers);
      case "connect" -> connect(servers.get(0));
      case "stay" -> stay(servers.get(0));
      case "refresh-twice" -> refreshTwice(servers.get(0));
      case "refresh-all" -> new ConcurrentRefresh(credentials, out).run(servers);
      default -> usage();
    };
  }

  private int login(List<ServerConfig> servers) throws IOException, InterruptedException {
    for (ServerConfig server : servers) {
      credentials.login(server);
      out.println("Logged in to " + server.name());
    }
    return connect(servers.get(0));
  }

  private int connect(ServerConfig server) throws InterruptedException {
    try {
      out.println("echo: " + callOrReconnect(server));
      return 0;
    } catch (IOException | UnauthorizedException | RuntimeException e) {
      out.println("Failed to reconnect to " + server.name());
      return 1;
    }
  }

  private int stay(ServerConfig server) throws IOException, InterruptedException {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    while (input.readLine() != null) {
      connect(server);
    }
    return 0;
  }

  private String callOrReconnect(ServerConfig server)
      throws IOException, InterruptedException, UnauthorizedException {
    try {
      return call(server);
    } catch (UnauthorizedException e) {
      credentials.refresh(server);
      String answer = call(server);
      out.println("Reconnected to " + server.name());
      return answer;
    }
  }

  private String call(ServerConfig server) throws IOException, UnauthorizedException {
    return EchoTool.call(server.url(), credentials.accessToken(server), "hello");
  }

  private int refreshTwice(ServerConfig server) throws InterruptedException {
    try {
      credentials.refresh(server);
      credentials.refresh(server);
      out.println("Refreshed " + server.name() + " twice");
      return 0;
    } catch (IOException e) {
      out.println("Failed to refresh " + server.name());
      return 1;
    }
  }

  private int usage() {
    out.println("Usage: login | connect | stay | refresh-twice | refresh-all");
    return 2;
  }
}

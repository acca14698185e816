package dev.mcphotfix.testapp.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcphotfix.testapp.server.AuthorizationServer;
import dev.mcphotfix.testapp.server.FileTree;
import dev.mcphotfix.testapp.server.ProtectedMcpServer;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RegisteredClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Both servers and a working folder with a host's configuration; gone when closed. */
public final class World implements AutoCloseable {
  /** The static client that is configured for every server. */
  public static final String CLIENT_ID = "my-static-client";

  /** The agent's configuration file, below the working folder. */
  public static final String AGENT_CONFIGURATION = "mcp-hotfix.json";

  private static final String SERVER_NAME = "example-server";
  private static final int CALLBACK_PORT = 3118;

  private final Host host;
  private final Path folder;
  private final AuthorizationServer authorizationServer;
  private final ProtectedMcpServer mcpServer;
  private boolean closed;

  private World(Host host) throws IOException {
    this.host = host;
    folder = Files.createTempDirectory("mcp-test-app");
    authorizationServer = AuthorizationServer.start();
    mcpServer = ProtectedMcpServer.start(authorizationServer);
  }

  /** A world with one server, {@code example-server}. */
  public static World start(Host host) throws IOException {
    return start(host, List.of(SERVER_NAME));
  }

  /** A world with that many servers, {@code example-server-1} and so on, each with its login. */
  public static World start(Host host, int servers) throws IOException {
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= servers; number++) {
      names.add(SERVER_NAME + "-" + number);
    }
    return start(host, names);
  }

  private static World start(Host host, List<String> names) throws IOException {
    World world = new World(host);
    world.authorizationServer.register(
        RegisteredClient.publicClient(
            CLIENT_ID, URI.create("http://localhost:" + CALLBACK_PORT + "/callback")));
    world.write(".mcp.json", world.mcpConfiguration(names).toPrettyString());
    world.write(AGENT_CONFIGURATION, String.join("\n", host.agentConfiguration()) + "\n");
    return world;
  }

  /** The host with these arguments, to be run in the working folder. */
  public ChildJvm child(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, host.mainClass());
    ChildJvm child = ChildJvm.of(folder, command.toArray(String[]::new)).withQuickStart();
    String libraries = host.libraries();
    return libraries == null ? child : child.withClassPath(BuildOutput.classPath(libraries));
  }

  /** Logs the host in: the same program, but within this JVM. */
  public void login() throws IOException, InterruptedException {
    String printed = run("login");
    if (!printed.contains("echo: ")) {
      throw new IOException("the login failed: " + printed);
    }
  }

  /** Runs the host within this JVM, where no other makes a difference; answers what it printed. */
  public String run(String command) throws IOException, InterruptedException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    host.commands(folder.toFile(), new PrintStream(printed, true, UTF_8)).run(command);
    return printed.toString(UTF_8);
  }

  public Path folder() {
    return folder;
  }

  public AuthorizationServer authorizationServer() {
    return authorizationServer;
  }

  public ProtectedMcpServer mcpServer() {
    return mcpServer;
  }

  /** The refresh requests so far, in the order in which they were answered. */
  public List<RecordedRequest> refreshRequests() {
    return authorizationServer.tokenRequests().stream()
        .filter(request -> request.body().contains("grant_type=refresh_token"))
        .toList();
  }

  /** The text of the host's credential file. */
  public String credentials() throws IOException {
    return Files.readString(folder.resolve(host.credentialFile()));
  }

  /** Puts a file into the working folder, or replaces it. */
  public void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  /** Stops the servers and leaves the working folder as it is. */
  public void stop() throws IOException {
    mcpServer.close();
    authorizationServer.close();
  }

  /** Stops the servers and deletes the working folder, once. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      stop();
      FileTree.delete(folder);
    }
  }

  /** Closes it also where this program is ended meanwhile, as by Ctrl-C. */
  public World closedAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeIfPossible, "world"));
    return this;
  }

  private void closeIfPossible() {
    try {
      close();
    } catch (IOException left) {
      System.err.println("Not all is deleted in " + folder);
    }
  }

  private ObjectNode mcpConfiguration(List<String> names) {
    ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    ObjectNode servers = configuration.putObject("mcpServers");
    for (String name : names) {
      ObjectNode server = servers.putObject(name);
      server.put("type", "http").put("url", mcpServer.url().toString());
      server.putObject("oauth").put("clientId", CLIENT_ID).put("callbackPort", CALLBACK_PORT);
    }
    return configuration;
  }
}

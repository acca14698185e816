package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.BuildOutput;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Shows on one screen what the defect does to a real MCP client, and what the agent does to it. */
@Command(
    name = "mcp-oauth-test-app",
    description = {
      "Starts an MCP server and its authorization server on 127.0.0.1, and runs an MCP client "
          + "that forgets its client_id: first without the agent, then with it."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything happened as told",
      "1:something did not; the last lines say what",
      "2:wrong usage, or the agent's jar or a library is missing"
    })
public final class TestApplication implements Callable<Integer> {
  @Option(names = "--agent", paramLabel = "JAR", description = "the agent's jar")
  private @Nullable Path agent;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "the application to run: ${COMPLETION-CANDIDATES}; report if not given")
  private Host host = Host.REPORT;

  @Option(names = "--keep", description = "keep the working folder and say where it is")
  private boolean keep;

  @Option(
      names = "--serve",
      description = "start the servers only, and say how to run the client, until the input ends")
  private boolean serve;

  @Option(
      names = "--list",
      description = "list all clients there are, and how to run each, and end")
  private boolean list;

  @Option(names = "--help", usageHelp = true, description = "show this text, and end")
  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  private boolean help;

  private final PrintStream out = System.out;

  public static void main(String[] arguments) {
    CommandLine commandLine = new CommandLine(new TestApplication());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      new ClientList(out).print();
      return 0;
    }
    if (serve) {
      return hasLibraries() ? serve() : 2;
    }
    Path jar = agent == null ? BuiltJars.agent() : agent.toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      System.err.println("The agent's jar is not at " + jar);
      System.err.println("Build it with `mvn package`, or name it with --agent JAR.");
      return 2;
    }
    return hasLibraries() ? tell(jar) : 2;
  }

  private boolean hasLibraries() {
    String libraries = host.libraries();
    if (libraries == null || (BuildOutput.isThere(libraries) && host.isCompiled())) {
      return true;
    }
    System.err.println("The libraries of " + host.title() + " are not there.");
    System.err.println("Get them by `" + BuildOutput.COMMAND + "`.");
    return false;
  }

  private int serve() throws IOException, InterruptedException {
    try (World world = World.start(host).closedAtExit()) {
      Reader input = new InputStreamReader(System.in, Charset.defaultCharset());
      new Serving(host, world, new Screen(out)).run(new BufferedReader(input));
      return 0;
    }
  }

  private int tell(Path jar) throws IOException, InterruptedException {
    if (!keep) {
      try (World world = World.start(host).closedAtExit()) {
        return tell(world, jar);
      }
    }
    World world = World.start(host);
    try {
      return tell(world, jar);
    } finally {
      world.stop();
      out.println("Kept: " + world.folder());
    }
  }

  private int tell(World world, Path jar) throws IOException, InterruptedException {
    return verdict(new Story(host, world, jar, new Screen(out)).tell());
  }

  private int verdict(List<String> broken) {
    out.println();
    if (broken.isEmpty()) {
      String healed = host.keepsId() ? "reconnected and healed" : "reconnected";
      out.println("All as told: refused without the agent, " + healed + " with it.");
      return 0;
    }
    out.println("NOT as told; this did not happen:");
    broken.forEach(claim -> out.println("  - " + claim));
    return 1;
  }
}

package dev.mcphotfix.agent.oauth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whatever the command {@code trace} makes of a log.
 *
 * @param told by the name of what it makes
 */
record TraceOutputs(Map<String, String> told) {

  static TraceOutputs of(Path folder, List<String> lines) throws IOException {
    String log = Files.write(folder.resolve("trace.log"), lines).toString();
    Path page = folder.resolve("trace.html");
    Path archive = folder.resolve("trace.har");
    String curl = run("--curl", log);
    String json = run("--json", "--html", page.toString(), "--har", archive.toString(), log);
    assertThat(curl).contains("curl --include");
    return new TraceOutputs(
        Map.of(
            "trace", run("--", log),
            "trace --curl", curl,
            "trace --json", json,
            "trace --html", Files.readString(page).replaceAll("(?s)<style>.*?</style>", ""),
            "trace --har", Files.readString(archive)));
  }

  private static String run(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "trace";
    System.arraycopy(options, 0, arguments, 1, options.length);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.errors()).isLessThan(2);
    return run.output() + run.errors();
  }
}

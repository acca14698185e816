package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * The runs of {@link StackIT} that have passed, as the table of {@code docs/http-stacks.md}.
 * Thread-safe.
 */
final class StackResults {

  private static final String PAGE = "http-stacks.md";

  private final Map<Stack, Set<Integer>> proven = new ConcurrentHashMap<>();

  /** Adds a run that has passed. */
  void add(Stack stack, Jdk jdk) {
    proven.computeIfAbsent(stack, unseen -> new ConcurrentSkipListSet<>()).add(jdk.feature());
  }

  /**
   * Leaves the table beside the build's results, and compares the page with it where all libraries
   * were run on all supported JDKs, with {@code -Pthorough}; else its lines, by what was run.
   */
  void compareWithPage() throws IOException {
    List<String> table = table();
    Files.write(BuiltJars.stacks().resolveSibling(PAGE), table);
    if (isComplete()) {
      assertThat(pageTable()).as("the table of docs/" + PAGE).isEqualTo(table);
    } else {
      assertThat(pageTable())
          .as("the table of docs/" + PAGE)
          .zipSatisfy(table, StackResults::compareWhatWasRun);
    }
  }

  private static void compareWhatWasRun(String page, String run) {
    int jdks = run.lastIndexOf('|', run.length() - 2);
    assertThat(page).startsWith(run.substring(0, jdks));
    for (String jdk : run.substring(jdks).split("[|, ]+", -1)) {
      assertThat(page.substring(jdks)).contains(jdk);
    }
  }

  private boolean isComplete() {
    return InstalledJdks.missing(InstalledJdks.find()).isEmpty()
        && proven.size() == Stack.values().length
        && InstalledJdks.isThorough();
  }

  private List<String> table() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| hook | library | client | JDK |");
    lines.add("|---|---|---|---|");
    for (Stack stack : Stack.values()) {
      String jdks =
          proven.getOrDefault(stack, Set.of()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      lines.add(
          "| `%s` | %s | `%s` | %s |"
              .formatted(stack.hook(), library(stack), stack.clientName(), jdks));
    }
    return lines;
  }

  /** Name and version of the library itself, which the build lists first. */
  private static String library(Stack stack) throws IOException {
    List<Path> libraries = stack.libraries(BuiltJars.stacks());
    return libraries.isEmpty()
        ? "the JDK's own"
        : libraries.get(0).getFileName().toString().replaceFirst("-(\\d.*)\\.jar$", " $1");
  }

  private static List<String> pageTable() throws IOException {
    Path page = BuiltJars.agent().resolve(Path.of("..", "..", "..", "docs", PAGE)).normalize();
    return Files.readAllLines(page).stream().filter(line -> line.startsWith("|")).toList();
  }
}

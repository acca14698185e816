package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.BuildOutput;
import dev.mcphotfix.testapp.world.Host;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows all clients that there are, what each needs, and how it is run. */
final class ClientList {
  private static final String VERIFY = "  $ mvn verify -DskipUnitTests -Dit.test=";

  private final PrintStream out;

  ClientList(PrintStream out) {
    this.out = out;
  }

  void print() {
    hosts();
    stacks();
    libraries();
    out.println("Records of every shape, saved, loaded and kept in a field  [records]");
    out.println(VERIFY + "RecordIT");
    out.println();
    out.println(
        "In brackets: the list of its libraries in test-app/target/stacks. All are made by");
    out.println("  $ " + BuildOutput.COMMAND);
  }

  private void hosts() {
    out.println("Applications that keep a record: what, how they refresh, what that lacks");
    out.println("  $ java -jar test-app/target/mcp-oauth-test-app.jar --host NAME");
    table(
        Stream.of(Host.values())
            .map(host -> new Row(host.title(), host.description(), host.libraries())));
  }

  private void stacks() {
    out.println(
        "HTTP libraries: the built-in hook, the version, and the client that sends the calls");
    out.println(VERIFY + "StackIT -Dit.stacks=HOOK");
    table(
        Stream.of(Stack.values())
            .map(
                stack ->
                    new Row(
                        stack.hook(),
                        stack.version() + ", " + stack.clientName(),
                        stack.libraryList())));
  }

  private void libraries() {
    out.println("Libraries on top of these, and the hook below; spring-security authenticates by");
    out.println("client_secret_basic and must stay as it is");
    out.println(VERIFY + "LibraryIT");
    table(
        Stream.of(Library.values())
            .map(library -> new Row(library.title(), library.hook(), library.libraryList())));
  }

  private void table(Stream<Row> rows) {
    List<Row> table = rows.toList();
    int name = table.stream().mapToInt(row -> row.name.length()).max().orElse(0);
    int description = table.stream().mapToInt(row -> row.description.length()).max().orElse(0);
    table.forEach(row -> out.println(row.line(name, description)));
    out.println();
  }

  private record Row(String name, String description, @Nullable String libraries) {

    String line(int nameWidth, int descriptionWidth) {
      String needs = Objects.requireNonNullElse(libraries, "the jar alone");
      return "  %s %s [%s]"
          .formatted(padded(name, nameWidth), padded(description, descriptionWidth), needs);
    }

    private static String padded(String text, int width) {
      return text + " ".repeat(width - text.length());
    }
  }
}

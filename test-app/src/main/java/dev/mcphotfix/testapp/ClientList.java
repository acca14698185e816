package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.BuildOutput;
import dev.mcphotfix.testapp.world.Host;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
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
    for (Host host : Host.values()) {
      client(host.title(), host.description(), host.libraries());
    }
    out.println();
  }

  private void stacks() {
    out.println(
        "HTTP libraries: the built-in hook, the version, and the client that sends the calls");
    out.println(VERIFY + "StackIT -Dit.stacks=HOOK");
    for (Stack stack : Stack.values()) {
      client(stack.hook(), stack.version() + ", " + stack.clientName(), stack.libraryList());
    }
    out.println();
  }

  private void libraries() {
    out.println("Libraries on top of these, and the hook below; spring-security authenticates by");
    out.println("client_secret_basic and must stay as it is");
    out.println(VERIFY + "LibraryIT");
    for (Library library : Library.values()) {
      client(library.title(), library.hook(), library.libraryList());
    }
    out.println();
  }

  private void client(String name, String description, @Nullable String libraries) {
    String needs = Objects.requireNonNullElse(libraries, "the jar alone");
    out.println(String.format(Locale.ROOT, "  %-20s %-47s [%s]", name, description, needs));
  }
}

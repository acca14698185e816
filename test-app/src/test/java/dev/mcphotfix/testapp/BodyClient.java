package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.body.BodySender;
import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client that sends bodies, of one HTTP library or on top of some.
 *
 * @param name tells it from others
 * @param group shares a JVM: the name of the hook, or of what stands above several
 * @param sender class of its {@link BodySender}, which may not be loaded here
 * @param libraries none where the JVM brings it
 * @param ofTheJvm whether what it sends differs from one JDK to another
 */
record BodyClient(
    String name, String group, String sender, List<Path> libraries, boolean ofTheJvm) {

  /** Spring's, over each of its request factories. */
  static final String REST_CLIENT = "rest-client";

  /** All of them, or those that are asked for by name. */
  static Stream<String> groups() {
    List<String> asked = List.of(System.getProperty("it.stacks", "").split(","));
    return Stream.concat(Stream.of(Stack.values()).map(Stack::hook), Stream.of(REST_CLIENT))
        .distinct()
        .filter(group -> asked.contains("") || asked.contains(group));
  }

  /** All of a group that run there; of each the newest only, unless it is to be thorough. */
  static List<BodyClient> of(String group, Jdk jdk) {
    if (group.equals(REST_CLIENT)) {
      return List.of(restClient());
    }
    return Stream.of(Stack.values())
        .filter(stack -> stack.hook().equals(group) && stack.runsOn(jdk.feature()))
        .filter(stack -> InstalledJdks.isThorough() || stack.isNewest())
        .filter(BodyClient::hasSender)
        .map(BodyClient::of)
        .toList();
  }

  private static boolean hasSender(Stack stack) {
    String file = '/' + stack.bodySender().replace('.', '/') + ".class";
    return BodyClient.class.getResource(file) != null;
  }

  private static BodyClient of(Stack stack) {
    try {
      return new BodyClient(
          stack.name(),
          stack.hook(),
          stack.bodySender(),
          stack.libraries(BuiltJars.stacks()),
          stack.sendsThroughTheJvm());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyClient restClient() {
    try {
      return new BodyClient(
          "REST_CLIENT",
          REST_CLIENT,
          BodySender.class.getPackageName() + ".RestClientBodies",
          Library.REST_CLIENT_JDK.libraries(BuiltJars.stacks()),
          true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.ClientFormat;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.NodeReader;
import dev.mcphotfix.agent.config.json.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers in a file of the host's own, in the words of whichever client it is. Read leniently:
 * what is odd there is the host's affair, so it costs a warning and that server at most.
 */
public final class HostFile {

  /** In bytes. */
  private static final int LARGEST_OF_SERVERS_ALONE = 1 << 20;

  private final InputFile file;
  private final Map<String, String> environment;
  private final List<String> warnings;
  private final List<ServerDraft> drafts = new ArrayList<>();
  private final Set<String> read = new LinkedHashSet<>();
  private final Set<String> passedOver = new LinkedHashSet<>();

  private HostFile(InputFile file, Map<String, String> environment, List<String> warnings) {
    this.file = file;
    this.environment = environment;
    this.warnings = warnings;
  }

  /**
   * Reads the file, and adds a warning for each server that is wrong.
   *
   * @param other what it may be written in beside JSON; null for nothing
   */
  public static HostFile read(
      InputFile file,
      @Nullable ClientFormat other,
      Map<String, String> environment,
      List<String> warnings,
      Problems problems)
      throws InvalidConfigurationException {
    HostFile host = new HostFile(file, environment, warnings);
    Node whole = other == null ? null : other.read(file, problems);
    Node root = whole == null ? NodeReader.readServers(file, ClientWords.SERVERS, problems) : whole;
    host.collect(root);
    Node projects = root.member("projects");
    if (projects != null) {
      for (Node project : projects.children()) {
        host.collect(project);
      }
    }
    if (host.read.isEmpty() && file.file().length() <= LARGEST_OF_SERVERS_ALONE) {
      host.collectRoot(whole == null ? NodeReader.readServers(file, List.of(), problems) : whole);
    }
    return host;
  }

  /** Whether an object has what clients keep their servers in. */
  public static boolean holdsServers(Node object) {
    Node servers = ClientWords.first(object, ClientWords.SERVERS);
    return servers != null && servers.is(Kind.OBJECT);
  }

  /** The remote servers of the file, whether they have a client id or not. */
  public List<ServerDraft> drafts() {
    return drafts;
  }

  /** What was found in the file, of which no server can be used. */
  public String describe() {
    String others = passedOver.isEmpty() ? "" : "; passed over: " + String.join(", ", passedOver);
    String words = read.isEmpty() ? String.join(", ", ClientWords.SERVERS) : "";
    if (!words.isEmpty()) {
      return file.shown() + ": no servers in it, neither in one of " + words + " nor at its root";
    }
    Set<String> names = new LinkedHashSet<>();
    for (ServerDraft draft : drafts) {
      names.add(draft.name());
    }
    String found =
        names.isEmpty()
            ? "no server with a url in it"
            : "no oauth.clientId in any of its servers: " + String.join(", ", names);
    return file.shown() + ": " + String.join(", ", read) + " was read; " + found + others;
  }

  private void collect(Node object) {
    for (String word : ClientWords.SERVERS) {
      Node servers = object.member(word);
      if (servers != null) {
        Node inner = servers.member("servers"); // As in the settings of VS Code.
        addAll(inner != null && ServerReader.url(inner) == null ? inner : servers);
      }
    }
  }

  /** A file that is nothing but its servers, as some clients take it too. */
  private void collectRoot(Node root) {
    for (Node child : root.children()) {
      if (ServerReader.url(child) != null) {
        addAll(root);
        return;
      }
    }
  }

  private void addAll(Node servers) {
    read.add(servers.path());
    for (Node server : servers.children()) {
      if (ServerReader.url(server) != null) {
        add(server);
      } else {
        boolean local = server.member("command") != null;
        passedOver.add(server.name() + (local ? " (no url, but command)" : " (no url)"));
      }
    }
  }

  private void add(Node server) {
    Problems objections = new Problems();
    ServerDraft draft = new ServerReader(environment, objections).draft(server);
    if (objections.found().isEmpty()) {
      drafts.add(draft);
    } else if (ServerReader.clientId(server) != null) {
      for (String objection : objections.found()) {
        warnings.add(objection.concat("; this server is left out"));
      }
    }
  }
}

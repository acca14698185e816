package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.NodeReader;
import dev.mcphotfix.agent.config.json.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The servers in a file of the host's own. Read leniently: what is odd there is the host's affair,
 * so it costs a warning and that server at most.
 */
public final class HostFile {

  private final Map<String, String> environment;
  private final List<String> warnings;
  private final List<ServerDraft> drafts = new ArrayList<>();

  private HostFile(Map<String, String> environment, List<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /** The remote servers of the file, whether they have a client id or not. */
  public static List<ServerDraft> read(
      InputFile file, Map<String, String> environment, List<String> warnings, Problems problems)
      throws InvalidConfigurationException {
    HostFile host = new HostFile(environment, warnings);
    Node root = NodeReader.readServers(file, problems);
    host.collect(root);
    Node projects = root.member("projects");
    if (projects != null) {
      for (Node project : projects.children()) {
        host.collect(project);
      }
    }
    return host.drafts;
  }

  /** What was found in a file of which no server can be used. */
  public static String describe(List<ServerDraft> drafts) {
    if (drafts.isEmpty()) {
      return "no mcpServers with a url in it";
    }
    Set<String> names = new LinkedHashSet<>();
    for (ServerDraft draft : drafts) {
      names.add(draft.name());
    }
    return "no oauth.clientId in any of its servers: " + String.join(", ", names);
  }

  private void collect(Node object) {
    Node servers = object.member("mcpServers");
    if (servers != null) {
      for (Node server : servers.children()) {
        if (server.string("url") != null) {
          add(server);
        }
      }
    }
  }

  private void add(Node server) {
    Problems objections = new Problems();
    ServerDraft draft = new ServerReader(environment, objections).draft(server);
    if (objections.found().isEmpty()) {
      drafts.add(draft);
    } else if (hasClient(server)) {
      for (String objection : objections.found()) {
        warnings.add(objection.concat("; this server is left out"));
      }
    }
  }

  private static boolean hasClient(Node server) {
    Node oauth = server.member("oauth");
    return oauth != null && oauth.member("clientId") != null;
  }
}

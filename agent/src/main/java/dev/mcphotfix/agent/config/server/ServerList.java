package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what options, the agent's own file and files of the host say about servers.
 *
 * <p>Who says it first is right; others only fill in what he leaves out. Among files of the host
 * nobody is more right than another: two different servers of one name stay two.
 */
public final class ServerList {

  private ServerList() {}

  public static List<ServerConfiguration> merge(
      @Nullable ServerDraft option,
      List<ServerDraft> own,
      List<ServerDraft> host,
      Problems problems) {
    List<ServerDraft> wanted = new ArrayList<>();
    if (option != null) {
      wanted.add(option);
    }
    for (ServerDraft draft : own) {
      if (option != null && draft.name().equals(option.name())) {
        wanted.set(0, option.completedBy(draft));
      } else {
        wanted.add(draft);
      }
    }
    List<ServerConfiguration> servers = new ArrayList<>();
    for (ServerDraft draft : wanted) {
      List<ServerDraft> others = named(draft.name(), host);
      for (ServerDraft other : others.isEmpty() ? List.of(draft) : others) {
        add(draft.completedBy(other).finish(problems), servers);
      }
    }
    for (ServerDraft other : host) {
      if (other.clientId() != null && named(other.name(), wanted).isEmpty()) {
        add(other.finish(problems), servers);
      }
    }
    return servers;
  }

  private static List<ServerDraft> named(String name, List<ServerDraft> drafts) {
    List<ServerDraft> named = new ArrayList<>();
    for (ServerDraft draft : drafts) {
      if (draft.name().equals(name)) {
        named.add(draft);
      }
    }
    return named;
  }

  private static void add(@Nullable ServerConfiguration server, List<ServerConfiguration> servers) {
    if (server == null) {
      return;
    }
    for (ServerConfiguration known : servers) {
      if (server.equals(known.at(server.origin()))) {
        return;
      }
    }
    servers.add(server);
  }
}

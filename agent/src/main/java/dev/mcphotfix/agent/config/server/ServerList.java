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
      addCompleted(draft, host, servers, problems);
    }
    addOthers(wanted, host, servers, problems);
    return servers;
  }

  private static void addCompleted(
      ServerDraft draft,
      List<ServerDraft> host,
      List<ServerConfiguration> servers,
      Problems problems) {
    boolean alone = true;
    for (ServerDraft other : host) {
      if (other.name().equals(draft.name())) {
        alone = false;
        add(draft.completedBy(other).finish(problems), servers);
      }
    }
    if (alone) {
      add(draft.finish(problems), servers);
    }
  }

  private static void addOthers(
      List<ServerDraft> wanted,
      List<ServerDraft> host,
      List<ServerConfiguration> servers,
      Problems problems) {
    for (ServerDraft other : host) {
      if (other.clientId() != null && !isNamed(other.name(), wanted)) {
        add(other.finish(problems), servers);
      }
    }
  }

  private static boolean isNamed(String name, List<ServerDraft> drafts) {
    for (ServerDraft draft : drafts) {
      if (draft.name().equals(name)) {
        return true;
      }
    }
    return false;
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

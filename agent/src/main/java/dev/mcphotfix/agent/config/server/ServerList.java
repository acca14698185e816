package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what options, the agent's own file and files of the host say about servers.
 *
 * <p>Who says it first is right, of one name and of one url; others only fill in what he leaves
 * out. Among files of the host nobody is more right than another: two different servers of one name
 * stay two.
 */
public final class ServerList {

  private final List<ServerConfiguration> servers = new ArrayList<>();
  private final List<String> warnings;

  private ServerList(List<String> warnings) {
    this.warnings = warnings;
  }

  /**
   * All servers that have an id.
   *
   * @param warnings gets one for each url that has two ids
   */
  public static List<ServerConfiguration> merge(
      @Nullable ServerDraft option,
      List<ServerDraft> own,
      List<ServerDraft> host,
      List<String> warnings,
      Problems problems) {
    ServerList list = new ServerList(warnings);
    List<ServerDraft> wanted = wanted(option, own);
    for (ServerDraft draft : wanted) {
      List<ServerDraft> others = named(draft.name(), host);
      for (ServerDraft other : others.isEmpty() ? List.of(draft) : others) {
        list.add(draft.completedBy(other).finish(problems));
      }
    }
    int nearer = list.servers.size();
    for (ServerDraft other : host) {
      if (other.clientId() != null && named(other.name(), wanted).isEmpty()) {
        list.add(list.settled(other.finish(problems), nearer));
      }
    }
    return list.servers;
  }

  private static List<ServerDraft> wanted(@Nullable ServerDraft option, List<ServerDraft> own) {
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
    return wanted;
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

  /**
   * A server of the host's, with the id that the operator gives for its url, if he does.
   *
   * @param nearer how many of those so far are the operator's
   */
  private @Nullable ServerConfiguration settled(@Nullable ServerConfiguration server, int nearer) {
    for (int i = 0; server != null && i < servers.size(); i++) {
      ServerConfiguration known = servers.get(i);
      if (known.isRivalOf(server)) {
        String both = known + " and " + server + " have one url and two ids; ";
        warnings.add(
            i < nearer
                ? both + "that of " + known.name() + " is used for both"
                : both + "nothing is added where only the url tells them apart");
        return i < nearer ? server.with(known.client()) : server;
      }
    }
    return server;
  }

  private void add(@Nullable ServerConfiguration server) {
    for (ServerConfiguration known : servers) {
      if (server == null || known.saysTheSameAs(server)) {
        return;
      }
    }
    if (server != null) {
      servers.add(server);
    }
  }
}

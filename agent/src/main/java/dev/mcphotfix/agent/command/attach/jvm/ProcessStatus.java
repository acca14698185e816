package dev.mcphotfix.agent.command.attach.jvm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Linux says of a process in {@code /proc/PID/status}.
 *
 * @param state its letter, as {@code ps} shows it
 * @param user the effective user
 * @param groups the effective group and the supplementary ones
 * @param innerPid the process id that the process itself knows
 * @param catchesQuit whether the signal that asks a JVM to listen would be caught, not end it
 */
public record ProcessStatus(
    char state, int user, Set<Integer> groups, long innerPid, boolean catchesQuit) {

  private static final int QUIT = 3;

  /** Null where the lines are not those of a process. */
  static @Nullable ProcessStatus parse(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    try {
      return of(fields);
    } catch (RuntimeException notAsLinuxWritesIt) {
      return null;
    }
  }

  public boolean hasEnded() {
    return state == 'Z' || state == 'X';
  }

  public boolean isStopped() {
    return state == 'T' || state == 't';
  }

  private static ProcessStatus of(Map<String, String> fields) {
    Set<Integer> groups = new HashSet<>();
    for (String group : words(fields, "Groups")) {
      groups.add(Integer.parseInt(group));
    }
    groups.add(Integer.parseInt(words(fields, "Gid")[1]));
    String[] pids = words(fields, fields.containsKey("NSpid") ? "NSpid" : "Pid");
    long caught = Long.parseUnsignedLong(words(fields, "SigCgt")[0], 16);
    return new ProcessStatus(
        words(fields, "State")[0].charAt(0),
        Integer.parseInt(words(fields, "Uid")[1]),
        Set.copyOf(groups),
        Long.parseLong(pids[pids.length - 1]),
        ((caught >> (QUIT - 1)) & 1) != 0);
  }

  private static String[] words(Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "");
    return value.isEmpty() ? new String[0] : value.split("\\s+", -1);
  }
}

package dev.mcphotfix.agent.launch;

import org.jspecify.annotations.Nullable;

/**
 * Tells at a glance options that need no reading at the start: one server, given completely by the
 * agent's argument. Anything else, and anything that looks wrong, is read at once.
 */
final class PlainOptions {

  private PlainOptions() {}

  /** False in doubt. */
  static boolean areEnough(@Nullable String arguments) {
    return arguments != null && arePlain(arguments) && !areGivenElsewhere();
  }

  private static boolean arePlain(String arguments) {
    boolean clientId = false;
    boolean place = false;
    int start = 0;
    while (start <= arguments.length()) {
      int comma = arguments.indexOf(',', start);
      int end = comma < 0 ? arguments.length() : comma;
      if (startsWith(arguments, "clientId=", start, end) && !clientId) {
        clientId = true;
      } else if (isUrl(arguments, "url=", start, end)
          || isUrl(arguments, "tokenEndpoint=", start, end)) {
        place = true;
      } else {
        return false;
      }
      start = end + 1;
    }
    return clientId && place;
  }

  private static boolean isUrl(String arguments, String key, int start, int end) {
    int value = start + key.length();
    return startsWith(arguments, key, start, end)
        && (startsWith(arguments, "https://", value, end)
            || startsWith(arguments, "http://", value, end));
  }

  /** Whether the part of the arguments goes on behind that prefix. */
  private static boolean startsWith(String arguments, String prefix, int start, int end) {
    return arguments.startsWith(prefix, start) && start + prefix.length() < end;
  }

  /**
   * Properties may add rules. Variables of the environment may as well, but to look at them takes
   * longer than all the rest: beside plain options they are read with the rest, when a hooked class
   * is met.
   */
  static boolean areGivenElsewhere() {
    for (Object name : System.getProperties().keySet()) {
      if (name instanceof String property && property.startsWith("mcphotfix.")) {
        return true;
      }
    }
    return false;
  }
}

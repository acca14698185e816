package dev.mcphotfix.agent.log;

import java.util.Locale;
import java.util.Set;

/**
 * The directory to which an endpoint of Microsoft Entra belongs. Its id is a UUID in the path and
 * no secret, and tells the operator which of many endpoints of one host was meant. Anywhere else a
 * UUID may be a key, as hosted MCP servers hand out urls with one in them.
 */
final class Tenant {

  /** Of all clouds; nobody else is given a name there. */
  private static final Set<String> HOSTS =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn",
          "login.chinacloudapi.cn",
          "login.windows.net",
          "sts.windows.net");

  private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  private static final String DIGITS = "0123456789abcdefABCDEF";

  private Tenant() {}

  /** Whether the segment of a path is the id of a tenant, by the host whose path it is. */
  static boolean isNamedBy(String segment, String host) {
    return isUuid(segment) && HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }

  private static boolean isUuid(String text) {
    boolean uuid = text.length() == FORM.length();
    for (int i = 0; i < text.length() && uuid; i++) {
      boolean dash = FORM.charAt(i) == '-';
      uuid = dash ? text.charAt(i) == '-' : DIGITS.indexOf(text.charAt(i)) >= 0;
    }
    return uuid;
  }
}

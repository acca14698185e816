package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;

/** What a header holds that proves who a client is, so that it can be masked elsewhere. */
record HeaderCredentials(HeaderFields fields) {

  private static final String[] NAMES = {
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "DPoP",
    "OAuth-Client-Attestation",
    "OAuth-Client-Attestation-PoP",
    "X-API-Key",
    "Api-Key",
    "X-Auth-Token"
  };

  private static final String BASIC = "Basic";

  /** Each value without its scheme, and its parts. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    for (String name : NAMES) {
      for (String value : fields.values(name)) {
        String credentials = AuthenticationScheme.credentials(value);
        all.add(credentials);
        addParts(credentials, all);
        if (AuthenticationScheme.shown(value).equals(BASIC)) {
          addUserAndPassword(credentials, all);
        }
      }
    }
    return all;
  }

  private static void addParts(String credentials, List<String> all) {
    StringTokenizer parts = new StringTokenizer(credentials, " ,;=\"");
    while (parts.hasMoreTokens()) {
      all.add(parts.nextToken());
    }
  }

  /** RFC 7617 section 2, each encoded as in a form by RFC 6749 section 2.3.1. */
  private static void addUserAndPassword(String credentials, List<String> all) {
    try {
      byte[] decoded = Base64.getDecoder().decode(credentials);
      String pair = new String(decoded, StandardCharsets.UTF_8);
      all.add(pair);
      for (String part : pair.split(":", 2)) {
        all.add(part);
        all.add(Form.parse("part=" + part).fields().get(0).value());
      }
    } catch (IllegalArgumentException notBase64) { // Then it is known as it stands.
      return;
    }
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "credentials";
  }
}

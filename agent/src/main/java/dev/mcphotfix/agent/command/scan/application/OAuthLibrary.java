package dev.mcphotfix.agent.command.scan.application;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Libraries that have credentials of their own. Their methods are rarely what an application saves
 * with, and every user of the library passes through them: they come after its own.
 */
public final class OAuthLibrary {

  private static final Map<String, String> BY_PACKAGE =
      Map.ofEntries(
          Map.entry("com/nimbusds/", "Nimbus' OAuth SDK"),
          Map.entry("org/springframework/", "Spring"),
          Map.entry("com/microsoft/aad/msal4j/", "MSAL"),
          Map.entry("com/azure/", "Azure's SDK"),
          Map.entry("com/google/api/client/", "Google's API client"),
          Map.entry("com/google/auth/", "Google's auth library"),
          Map.entry("com/github/scribejava/", "ScribeJava"),
          Map.entry("io/micronaut/", "Micronaut"),
          Map.entry("io/quarkus/", "Quarkus"),
          Map.entry("io/vertx/", "Vert.x"),
          Map.entry("io/ktor/", "Ktor"),
          Map.entry("org/pac4j/", "pac4j"),
          Map.entry("org/keycloak/", "Keycloak"),
          Map.entry("org/apache/oltu/", "Apache Oltu"),
          Map.entry("org/apache/cxf/", "Apache CXF"),
          Map.entry("org/glassfish/jersey/", "Jersey"),
          Map.entry("net/openid/appauth/", "AppAuth"),
          Map.entry("com/okta/", "Okta's SDK"),
          Map.entry("com/auth0/", "Auth0's SDK"),
          Map.entry("com/box/sdk/", "Box's SDK"),
          Map.entry("com/dropbox/", "Dropbox' SDK"),
          Map.entry("software/amazon/awssdk/", "the AWS SDK"),
          Map.entry("com/amazonaws/", "the AWS SDK"),
          Map.entry("io/modelcontextprotocol/", "the MCP SDK"));

  private OAuthLibrary() {}

  /** The library that a class is of, relocated or not; null for a class of anything else. */
  public static @Nullable String of(String className) {
    for (Map.Entry<String, String> library : BY_PACKAGE.entrySet()) {
      int at = className.indexOf(library.getKey());
      if (at == 0 || (at > 0 && className.charAt(at - 1) == '/')) {
        return library.getValue();
      }
    }
    return null;
  }

  /** Whether the class came in a jar that an application carries in itself. */
  public static boolean isCarried(String place) {
    return place.contains("!/BOOT-INF/lib/") || place.contains("!/WEB-INF/lib/");
  }
}

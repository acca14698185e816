package dev.mcphotfix.testapp.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data class that is published: Ktor's answer of a token endpoint. It has no place for an id but
 * the text that says which type of token it is, so a rule is made to put it there. Called by
 * reflection, since to compile against it takes a third of Ktor.
 */
final class KtorTokens {

  private static final String PACKAGE = "io.ktor.";

  private KtorTokens() {}

  static Shape<Object> shape() {
    return new Shape<>("ktor", KtorTokens::record, Object::toString);
  }

  private static Object record(Map<String, String> properties) {
    try {
      Class<?> parameters = Class.forName(PACKAGE + "http.Parameters");
      Object companion = parameters.getField("Companion").get(null);
      Object none = companion.getClass().getMethod("getEmpty").invoke(companion);
      return Class.forName(PACKAGE + "server.auth.OAuthAccessTokenResponse$OAuth2")
          .getConstructor(String.class, String.class, long.class, String.class, parameters)
          .newInstance("at", type(properties), 3600L, properties.get("refreshToken"), none);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String type(Map<String, String> properties) {
    @Nullable String id = properties.get("clientId");
    return id == null ? "" : id;
  }
}

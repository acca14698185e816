package dev.mcphotfix.testapp.stack;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import java.util.Map;

/** Vert.x OAuth2, which sends no id where its configuration has none. */
public final class VertxOAuthStack extends OAuthStack {

  private final Vertx vertx;

  public VertxOAuthStack() {
    this(Vertx.vertx());
  }

  private VertxOAuthStack(Vertx vertx) {
    super(new VertxStack(vertx));
    this.vertx = vertx;
  }

  @Override
  Answer refresh(Call call, Map<String, String> form) {
    User user = User.create(new JsonObject().put("refresh_token", form.remove("refresh_token")));
    return OAuth2Auth.create(vertx, new OAuth2Options(options(call, form)))
        .refresh(user)
        .map(refreshed -> new Answer(200, refreshed.principal().encode()))
        .otherwise(refused -> new Answer(400, refused.toString()))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** Vert.x 4 knows one flow, Vert.x 5 several; only this one does without an id. */
  private static JsonObject options(Call call, Map<String, String> form) {
    JsonObject extra = new JsonObject();
    form.forEach(extra::put);
    return new JsonObject()
        .put("flow", "PASSWORD")
        .put("supportedGrantTypes", new JsonArray().add("password"))
        .put("clientId", extra.remove("client_id"))
        .put("site", call.url().resolve("/").toString())
        .put("tokenPath", call.url().toString())
        .put("headers", new JsonObject().put("X-Call", call.name()))
        .put("extraParameters", extra);
  }
}

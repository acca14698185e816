package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.server.ServerDraft;
import dev.mcphotfix.agent.config.server.ServerValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one server that options can describe without any file. */
record OptionServer(OptionValues options, Problems problems) {

  /** The first of them that is given says where the server comes from. */
  private static final List<Option> NAMING =
      List.of(Option.CLIENT_ID, Option.SERVER, Option.URL, Option.TOKEN_ENDPOINT);

  /** The server; null where no option describes one, or where it cannot be named. */
  static @Nullable ServerDraft read(OptionValues options, Problems problems) {
    return new OptionServer(options, problems).draft();
  }

  private @Nullable ServerDraft draft() {
    String url = value(Option.URL);
    String tokenEndpoint = value(Option.TOKEN_ENDPOINT);
    String issuer = value(Option.ISSUER);
    String clientId = value(Option.CLIENT_ID);
    Origin origin = origin();
    if (origin == null) {
      object(Option.ISSUER, issuer == null ? null : "of which server? give clientId and url too");
      return null;
    }
    String name = name(url == null ? tokenEndpoint : url);
    if (name == null) {
      String key = Option.CLIENT_ID.key();
      problems.add(origin, key, "for which server? give url, tokenEndpoint or server too");
      return null;
    }
    return new ServerDraft(
        name,
        origin,
        Option.CLIENT_ID.key(),
        null,
        url,
        Map.of(),
        clientId,
        tokenEndpoint,
        issuer,
        origin);
  }

  private @Nullable Origin origin() {
    for (Option option : NAMING) {
      Setting<String> setting = options.find(option);
      if (setting != null) {
        return setting.origin();
      }
    }
    return null;
  }

  private @Nullable String value(Option option) {
    Setting<String> setting = options.find(option);
    if (setting == null) {
      return null;
    }
    object(option, ServerValue.objection(option.key(), setting.value()));
    return setting.value();
  }

  private void object(Option option, @Nullable String objection) {
    Setting<String> setting = options.find(option);
    if (objection != null && setting != null) {
      problems.add(setting.origin(), option.key(), objection);
    }
  }

  private @Nullable String name(@Nullable String location) {
    Setting<String> server = options.find(Option.SERVER);
    if (server != null || location == null) {
      return server == null ? null : server.value();
    }
    String host = ServerValue.host(location);
    // A url without a host is a problem already; it must not be a second one.
    return host == null ? location : host;
  }
}

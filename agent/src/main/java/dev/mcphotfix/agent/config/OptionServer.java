package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.server.AbsoluteUrl;
import dev.mcphotfix.agent.config.server.ClientId;
import dev.mcphotfix.agent.config.server.ServerDraft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one server that options can describe without any file. */
final class OptionServer {

  private final OptionValues options;
  private final Problems problems;

  private OptionServer(OptionValues options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  /** The server; null where no option describes one, or where it cannot be named. */
  static @Nullable ServerDraft read(OptionValues options, Problems problems) {
    return new OptionServer(options, problems).draft();
  }

  private @Nullable ServerDraft draft() {
    Setting<String> clientId = options.find(Option.CLIENT_ID);
    Setting<String> server = options.find(Option.SERVER);
    String url = url(Option.URL);
    String tokenEndpoint = url(Option.TOKEN_ENDPOINT);
    String issuer = url(Option.ISSUER);
    Setting<String> first = first(clientId, server, Option.URL, Option.TOKEN_ENDPOINT);
    if (first == null) {
      refuseLoneIssuer(issuer);
      return null;
    }
    if (clientId != null) {
      object(clientId, Option.CLIENT_ID, ClientId.objection(clientId.value()));
    }
    String name = name(server, url, tokenEndpoint);
    if (name == null) {
      object(first, Option.CLIENT_ID, "for which server? give url, tokenEndpoint or server too");
      return null;
    }
    return new ServerDraft(
        name,
        first.origin(),
        Option.CLIENT_ID.key(),
        null,
        url,
        Map.of(),
        clientId == null ? null : clientId.value(),
        tokenEndpoint,
        issuer,
        first.origin());
  }

  private @Nullable Setting<String> first(
      @Nullable Setting<String> one, @Nullable Setting<String> two, Option three, Option four) {
    if (one != null) {
      return one;
    }
    if (two != null) {
      return two;
    }
    Setting<String> third = options.find(three);
    return third == null ? options.find(four) : third;
  }

  private void refuseLoneIssuer(@Nullable String issuer) {
    Setting<String> setting = options.find(Option.ISSUER);
    if (issuer != null && setting != null) {
      object(setting, Option.ISSUER, "of which server? give clientId and url too");
    }
  }

  private @Nullable String url(Option option) {
    Setting<String> setting = options.find(option);
    if (setting == null) {
      return null;
    }
    object(setting, option, objectionTo(option, setting.value()));
    return setting.value();
  }

  private static @Nullable String objectionTo(Option option, String value) {
    if (option == Option.URL) {
      return AbsoluteUrl.objection(value);
    }
    return option == Option.ISSUER
        ? AbsoluteUrl.objectionToIssuer(value)
        : AbsoluteUrl.objectionToEndpoint(value);
  }

  private void object(Setting<String> setting, Option option, @Nullable String objection) {
    if (objection != null) {
      problems.add(setting.origin(), option.key(), objection);
    }
  }

  private static @Nullable String name(
      @Nullable Setting<String> server, @Nullable String url, @Nullable String tokenEndpoint) {
    if (server != null) {
      return server.value();
    }
    String location = url == null ? tokenEndpoint : url;
    if (location == null) {
      return null;
    }
    String host = AbsoluteUrl.host(location);
    // A url without a host is a problem already; it must not be a second one.
    return host == null ? location : host;
  }
}

package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be told of a token request: names, and of its values what is no secret by its kind. */
record TokenRequestFacts(TokenRequest request) {

  private static final int MOST = 24;
  private static final String MASK = "***";

  Entry addTo(Entry entry) {
    String url = request.url();
    return entry
        .with("endpoint", url == null ? null : Redaction.url(url))
        .with("grant", request.form().shownGrant())
        .with("parameters", joined(names(false)))
        .with("empty", joined(names(true)))
        .with("doubled", joined(doubled()))
        .with("authentication", request.shownAuthentication())
        .with("resource", joined(resources()))
        .with("scope", scope());
  }

  private Set<String> names(boolean empty) {
    Set<String> names = new LinkedHashSet<>();
    for (FormField field : request.form().fields()) {
      if (!empty || field.value().isEmpty()) {
        names.add(shown(field));
      }
    }
    return names;
  }

  private Set<String> doubled() {
    Set<String> doubled = new LinkedHashSet<>();
    for (FormField field : request.form().fields()) {
      if (request.form().fields(field.name()).size() > 1) {
        doubled.add(shown(field));
      }
    }
    return doubled;
  }

  /** One that is no word may be a credential in a wrong place. */
  private static String shown(FormField field) {
    return Redaction.words(field.name());
  }

  private Set<String> resources() {
    Set<String> resources = new LinkedHashSet<>();
    for (FormField field : request.form().fields("resource")) {
      CanonicalUrl url = CanonicalUrl.ofResource(field.value());
      resources.add(url != null && url.web() ? Redaction.url(field.value()) : MASK);
    }
    return resources;
  }

  private @Nullable String scope() {
    List<FormField> scopes = request.form().fields("scope");
    return scopes.isEmpty() ? null : Scope.shown(scopes.get(0).value());
  }

  private static @Nullable String joined(Collection<String> words) {
    List<String> shown = words.stream().limit(MOST).toList();
    return shown.isEmpty() ? null : String.join(",", shown);
  }
}

package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the methods that make the form of a refresh, and what it is sent with. */
final class RefreshFinder {

  private static final int FORM = 40;
  private static final int VERB = 10;
  private static final int NEAR_CREDENTIALS = 20;

  private final Application application;
  private final Set<String> users = new HashSet<>();

  /** Knowing who keeps credentials, as their callers are likely to refresh them. */
  RefreshFinder(Application application, List<Candidate> keepers) {
    this.application = application;
    for (Candidate keeper : keepers) {
      application.callers(keeper.method()).forEach(caller -> users.add(caller.owner()));
    }
  }

  /** Whether the method's texts are those of a refresh request (RFC 6749 section 6). */
  static boolean makesForm(MethodShape method) {
    boolean grant = method.literals().stream().anyMatch(text -> text.contains("grant_type"));
    return grant && method.literals().stream().anyMatch(text -> text.contains("refresh_token"));
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (ClassShape shape : application.shapes()) {
      for (MethodShape method : shape.methods()) {
        if (method.isForRules() && makesForm(method)) {
          found.add(candidate(method));
        }
      }
    }
    return found;
  }

  private Candidate candidate(MethodShape method) {
    List<String> why = new ArrayList<>(List.of("has the texts of a refresh request"));
    int score = FORM;
    if (Role.REFRESH.isSaidBy(method.name())) {
      why.add("is called " + method.name());
      score += VERB;
    }
    if (isNearCredentials(method)) {
      why.add("used together with saved credentials");
      score += NEAR_CREDENTIALS;
    }
    String library = OAuthLibrary.of(method.owner());
    if (library != null) {
      why.add("belongs to " + library);
    }
    Sender sender = Sender.of(application, method);
    why.addAll(sender.sentences());
    Rule rule = sender.isHooked() ? null : rule(method, why);
    return new Candidate(
        Role.REFRESH, method, "refresh", score, rule, why, library, sender.relocated());
  }

  private boolean isNearCredentials(MethodShape method) {
    return users.contains(method.owner())
        || application.callers(method).stream().anyMatch(caller -> users.contains(caller.owner()));
  }

  /** A rule on a method that is given the form, together with the endpoint. */
  private @Nullable Rule rule(MethodShape method, List<String> why) {
    FormTaker taker = FormTaker.near(application, method);
    if (taker == null) {
      why.add("no method was found that is given the form and its url");
      return null;
    }
    why.add("the form seems to be given to " + taker.title());
    return taker.rule(application);
  }
}

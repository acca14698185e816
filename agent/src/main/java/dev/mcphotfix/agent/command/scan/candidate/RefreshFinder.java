package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.application.Sender;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Names;
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
  private static final int CODE = -25;

  private static final String UNSENT =
      "what sends it was not found; if that is an HTTP library with a built-in hook, no rule is"
          + " needed";

  private static final String WRITTEN =
      "no rule would help: a writer turns the object into the body when it is sent";

  private final Application application;
  private final Set<String> users = new HashSet<>();

  /** Knowing who keeps credentials, as their callers are likely to refresh them. */
  RefreshFinder(Application application, List<Candidate> keepers) {
    this.application = application;
    for (Candidate keeper : keepers) {
      application.callers(keeper.method()).forEach(caller -> users.add(caller.owner()));
    }
  }

  List<Candidate> find() {
    return application.methods().stream()
        .filter(application::refreshes)
        .map(this::candidate)
        .toList();
  }

  private Candidate candidate(MethodShape method) {
    Draft draft = new Draft(application, Role.REFRESH, method);
    String request = method.makesRefreshForm() ? null : application.request(method);
    draft
        .because(
            request == null
                ? "has the texts of a refresh request"
                : "makes " + Names.withArticle(request) + ", which has the parameters of one",
            FORM)
        .called(VERB);
    if (method.mayAskWithCode()) {
      draft.because("may ask with a code instead", CODE);
    }
    if (isNearCredentials(method)) {
      draft.because("used together with saved credentials", NEAR_CREDENTIALS);
    }
    Sender sender = Sender.of(application, method);
    List<String> sent = new ArrayList<>(sender.sentences());
    Rule rule = sender.isHooked() || request != null ? null : rule(method, sent);
    if (!sender.isHooked() && request != null) {
      sent.add(sender.uses().isEmpty() ? UNSENT : WRITTEN);
    }
    return draft.refresh(sent, rule, sender.relocated());
  }

  private boolean isNearCredentials(MethodShape method) {
    return users.contains(method.owner())
        || application.callers(method).stream().anyMatch(caller -> users.contains(caller.owner()));
  }

  /** A rule on a method that is given the form, with the endpoint where that is known. */
  private @Nullable Rule rule(MethodShape method, List<String> why) {
    FormRoute route = FormRoute.of(application, method);
    FormTaker taker = route.taker();
    if (taker == null) {
      why.add(route.obstacle());
      return null;
    }
    why.addAll(taker.why());
    return taker.rule();
  }
}

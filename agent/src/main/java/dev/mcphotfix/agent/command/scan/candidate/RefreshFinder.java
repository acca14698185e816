package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.application.Sender;
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

  List<Candidate> find() {
    return application.methods().stream()
        .filter(MethodShape::makesRefreshForm)
        .map(this::candidate)
        .toList();
  }

  private Candidate candidate(MethodShape method) {
    Draft draft = new Draft(application, Role.REFRESH, method);
    draft.because("has the texts of a refresh request", FORM).called(VERB);
    if (isNearCredentials(method)) {
      draft.because("used together with saved credentials", NEAR_CREDENTIALS);
    }
    Sender sender = Sender.of(application, method);
    List<String> sent = new ArrayList<>(sender.sentences());
    Rule rule = sender.isHooked() ? null : rule(method, sent);
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

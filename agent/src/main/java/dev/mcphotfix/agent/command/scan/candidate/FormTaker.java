package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method that seems to be given the form of a refresh, perhaps with the url that it goes to; or
 * one that returns it.
 *
 * @param declaring the class that declares it
 * @param form index of the parameter that is the form; -1 for what is returned
 * @param endpoint index of the parameter that is the url; -1 without one
 */
record FormTaker(@Nullable ClassShape declaring, MethodShape method, int form, int endpoint) {

  /** Among what a method calls, or what is called beside it; null where nothing fits. */
  static @Nullable FormTaker near(Application application, MethodShape maker) {
    List<MethodShape> from = new ArrayList<>(List.of(maker));
    from.addAll(application.callers(maker));
    for (MethodShape each : from) {
      for (MethodShape.Call call : each.calls()) {
        MethodShape called = call.equals(maker.asCall()) ? null : application.called(call);
        FormTaker taker = called == null || !called.isForRules() ? null : of(application, called);
        if (taker != null) {
          return taker;
        }
      }
    }
    return null;
  }

  /** The method that makes the form, which returns it. */
  static FormTaker returning(Application application, MethodShape maker) {
    int endpoint = -1;
    for (int i = 0; i < maker.parameters().size(); i++) {
      endpoint = ServerArgument.isUrl(maker, i) ? i : endpoint;
    }
    return new FormTaker(application.shape(maker.owner()), maker, -1, endpoint);
  }

  /** Whether the agent can change a form of the type. */
  static boolean isForm(Type type) {
    return type.getClassName().equals("java.util.Map") || Untyped.isText(type);
  }

  private static @Nullable FormTaker of(Application application, MethodShape method) {
    int form = -1;
    int endpoint = -1;
    for (int i = 0; i < method.parameters().size(); i++) {
      Type type = method.parameters().get(i);
      if (ServerArgument.isUrl(method, i)) {
        endpoint = i;
      } else if (isForm(type)) {
        form = i;
      }
    }
    ClassShape declaring = application.shape(method.owner());
    return form < 0 || endpoint < 0 ? null : new FormTaker(declaring, method, form, endpoint);
  }

  Rule rule() {
    String reference = Draft.reference(declaring, method);
    String url = endpoint < 0 ? null : "arg" + endpoint;
    String target = form < 0 ? "return" : "arg" + form;
    return new Rule(reference, "token-request", target, null, url, null);
  }

  /** What speaks for it, and what the rule does not tell apart. */
  List<String> why() {
    String title = method.title();
    String given = form < 0 ? "returns the form" : "the form seems to be given to " + title;
    return endpoint < 0
        ? List.of(given, title + " is not told the url: give the rule a server if there are others")
        : List.of(given);
  }
}

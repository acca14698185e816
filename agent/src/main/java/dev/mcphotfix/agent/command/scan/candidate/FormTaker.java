package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method that seems to be given the form of a refresh, together with the url that it goes to.
 *
 * @param form index of the parameter that is the form
 * @param endpoint index of the parameter that is the url
 */
record FormTaker(MethodShape method, int form, int endpoint) {

  /** Among what a method calls, or what is called beside it; null where nothing fits. */
  static @Nullable FormTaker near(Application application, MethodShape maker) {
    List<MethodShape> from = new ArrayList<>(List.of(maker));
    from.addAll(application.callers(maker));
    for (MethodShape each : from) {
      for (MethodShape.Call call : each.calls()) {
        MethodShape called = application.called(call);
        FormTaker taker = called == null || !called.isForRules() ? null : of(called);
        if (taker != null) {
          return taker;
        }
      }
    }
    return null;
  }

  private static @Nullable FormTaker of(MethodShape method) {
    int form = -1;
    int endpoint = -1;
    for (int i = 0; i < method.parameters().size(); i++) {
      Type type = method.parameters().get(i);
      boolean map = type.getClassName().equals("java.util.Map");
      if (ServerArgument.isUrl(method, i)) {
        endpoint = i;
      } else if (map || Untyped.isText(type)) {
        form = i;
      }
    }
    return form < 0 || endpoint < 0 ? null : new FormTaker(method, form, endpoint);
  }

  Rule rule(Application application) {
    String reference = Draft.reference(application, method);
    return new Rule(reference, "token-request", "arg" + form, null, "arg" + endpoint, null);
  }
}

package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import dev.mcphotfix.agent.command.scan.flow.FormCall;
import dev.mcphotfix.agent.command.scan.flow.FormFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of a form out of the method that makes it, and out of those that call this one.
 *
 * @param flows through that method first
 */
record FormRoute(Application application, MethodShape maker, List<FormFlow> flows) {

  /** Methods of the application's own that hand the form on to one another. */
  private static final int DEEPEST = 3;

  static FormRoute of(Application application, MethodShape maker) {
    List<FormFlow> flows = new ArrayList<>();
    FormFlow own = application.flows().form(maker, Set.of(), Set.of());
    if (own != null) {
      flows.add(own);
    }
    if (own != null && own.isReturned()) {
      for (MethodShape caller : application.callers(maker)) {
        FormFlow flow = application.flows().form(caller, Set.of(), Set.of(maker.asCall()));
        if (flow != null) {
          flows.add(flow);
        }
      }
    }
    return new FormRoute(application, maker, flows);
  }

  /**
   * The nearest method that a rule can name: one that is given the form and the url, or one of a
   * library whose object was given the url, or one of the application's own that sends the form; or
   * else the maker, if it returns the form. Null where there is none, or where a rule would do
   * harm.
   */
  @Nullable FormTaker taker() {
    FormTaker taker = given();
    return taker == null && returnsForm() ? FormTaker.returning(application, maker) : taker;
  }

  private @Nullable FormTaker given() {
    if (flows.stream().anyMatch(FormFlow::isFixed)) {
      return null;
    }
    FormTaker taker = first(FormFlow::sent, call -> call.endpoint() >= 0);
    taker = taker == null ? FormTaker.near(application, maker) : taker;
    taker = taker == null ? first(FormFlow::sent, call -> true) : taker;
    return taker == null ? first(FormFlow::given, call -> sends(call, DEEPEST)) : taker;
  }

  /** Whether the maker returns nothing but the form, which it has only put together. */
  private boolean returnsForm() {
    FormFlow own = application.flows().form(maker, Set.of(), Set.of());
    return own != null
        && own.isReturned()
        && !own.sends()
        && !own.isMeasured()
        && FormTaker.isForm(maker.result())
        && own.given().stream().noneMatch(call -> taker(call) == null || sends(call, DEEPEST));
  }

  private @Nullable FormTaker first(
      Function<FormFlow, List<FormCall>> calls, Predicate<FormCall> meant) {
    for (FormFlow flow : flows) {
      for (FormCall call : calls.apply(flow)) {
        FormTaker taker = meant.test(call) ? taker(call) : null;
        if (taker != null) {
          return taker;
        }
      }
    }
    return null;
  }

  private @Nullable FormTaker taker(FormCall call) {
    ClassShape declaring = application.hierarchy().declaring(call.call());
    MethodShape method = declaring == null ? null : method(declaring, call.call());
    return method == null ? null : new FormTaker(declaring, method, call.form(), call.endpoint());
  }

  private static @Nullable MethodShape method(ClassShape declaring, Call call) {
    MethodShape method = declaring.method(call.name(), call.descriptor());
    boolean meant = method != null && (call.name().equals("<init>") || method.isForRules());
    return meant ? method : null;
  }

  /** Whether a method of the application's own sends the form that it is given. */
  private boolean sends(FormCall call, int depth) {
    ClassShape declaring = application.hierarchy().declaring(call.call());
    MethodShape method = declaring == null ? null : method(declaring, call.call());
    if (depth == 0 || method == null || !isOwn(method)) {
      return false;
    }
    FormFlow flow = application.flows().form(method, Set.of(call.form()), Set.of());
    return flow != null
        && (flow.sends() || flow.given().stream().anyMatch(next -> sends(next, depth - 1)));
  }

  private boolean isOwn(MethodShape method) {
    return Names.isSameApplication(method.owner(), maker.owner());
  }

  /** Why there is no such method. */
  String obstacle() {
    for (FormFlow flow : flows) {
      if (flow.isMeasured()) {
        return "no rule would help: the length of the form is told where it is made";
      }
      if (flow.isWritten()) {
        return "no rule would help: classes of the JDK send the form where it is made";
      }
      Call single = flow.oneByOne();
      if (single != null) {
        return "no rule would help: " + title(single) + " is given the parameters one by one";
      }
      for (FormCall sent : flow.sent()) {
        return title(sent.call()) + " is given the form, but its class was not among those scanned";
      }
    }
    return "no method was found that is given the form and its url";
  }

  private static String title(Call call) {
    return Names.simple(call.owner()) + '#' + call.name();
  }
}

package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the form that a method makes seems to be sent with: the HTTP libraries that its class uses,
 * or else those of the nearest classes that call it or are called together with it.
 *
 * @param uses the libraries, and the class that uses each
 * @param hooks whether the built-in hooks are to be on
 */
public record Sender(Map<HttpLibrary.Use, String> uses, boolean hooks) {

  private static final int MOST = 3;

  /** Of the form that this method makes. */
  public static Sender of(Application application, MethodShape method) {
    List<MethodShape> callers = application.callers(method);
    Set<String> near = new LinkedHashSet<>();
    callers.forEach(caller -> near.add(caller.owner()));
    method.calls().forEach(call -> near.add(call.owner()));
    Set<String> further = new LinkedHashSet<>();
    for (MethodShape caller : callers) {
      caller.calls().forEach(call -> further.add(call.owner()));
      application.callers(caller).forEach(its -> further.add(its.owner()));
    }
    for (Call call : method.calls()) {
      MethodShape called = application.called(call);
      if (called != null) {
        called.calls().forEach(next -> further.add(next.owner()));
      }
    }
    Map<HttpLibrary.Use, String> uses = new LinkedHashMap<>();
    for (Set<String> classes : List.of(Set.of(method.owner()), near, further)) {
      if (uses.isEmpty()) {
        classes.forEach(
            name -> application.libraries(name).forEach(u -> uses.putIfAbsent(u, name)));
      }
    }
    return new Sender(uses, application.isHooked());
  }

  /** Whether every library that was found has a built-in hook, or sends with one that has. */
  public boolean isHooked() {
    return hooks
        && !uses.isEmpty()
        && uses.keySet().stream().noneMatch(u -> "".equals(u.library().hook()));
  }

  /** The packages below which relocated libraries lie. */
  public List<String> relocated() {
    return uses.keySet().stream()
        .map(HttpLibrary.Use::relocatedTo)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** A sentence for each library. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    uses.forEach((use, name) -> sentences.add(sentence(Names.simple(name), use.library())));
    return sentences.size() <= MOST ? sentences : sentences.subList(0, MOST);
  }

  private String sentence(String className, HttpLibrary library) {
    String hook = library.hook();
    String uses = className + " sends with " + library.title();
    if (!hooks) {
      return uses;
    }
    if (hook == null) {
      return uses + ", no rule needed: the built-in hook of what is below sees it";
    }
    return hook.isEmpty()
        ? uses + ", which has no built-in hook"
        : uses + ", no rule needed: the built-in hook " + hook + " sees it";
  }
}

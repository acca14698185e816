package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods that make a map, a JSON object or a text of tokens, or tokens of one: they
 * write and read the tokens' keys themselves.
 */
record ConversionFinder(Application application) {

  private static final int CONVERSION = 25;
  private static final int VERB = 20;

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (ClassShape shape : application.shapes()) {
      for (MethodShape method : shape.methods()) {
        if (method.isForRules() && method.hasTokenKeys() && isOfRecords(method)) {
          find(shape, method, found);
        }
      }
    }
    return found;
  }

  private void find(ClassShape owner, MethodShape method, List<Candidate> found) {
    int parameter = Untyped.parameter(method, true);
    if (Untyped.isRecord(method.result(), true)) {
      RecordPlace result = RecordPlace.result(method);
      found.add(candidate(owner, Role.SAVE, result, "puts tokens into what it returns"));
    } else if (parameter >= 0 && fills(method) && !isKey(method, parameter)) {
      RecordPlace given = new RecordPlace(method, parameter);
      found.add(candidate(owner, Role.LOAD, given, "gets tokens out of what it is given"));
    }
  }

  private Candidate candidate(ClassShape user, Role role, RecordPlace target, String what) {
    MethodShape method = target.method();
    Draft draft = new Draft(application, role, method).because(what, CONVERSION).weighed();
    if (role.isConversionSaidBy(method.name())) {
      draft.because("is called " + method.name(), VERB);
    }
    return draft.untyped(user, target);
  }

  /** Not the answer of a token endpoint, nor a request to it, nor what is shown to people. */
  private static boolean isOfRecords(MethodShape method) {
    Predicate<String> foreign = text -> text.equals("expires_in") || text.contains("grant_type");
    return method.literals().stream().noneMatch(foreign) && !method.name().equals("toString");
  }

  /** Whether the tokens end up in the object itself or in the one that is returned. */
  private boolean fills(MethodShape method) {
    Type result = method.result();
    return result.getSort() == Type.VOID
        || (result.getSort() == Type.OBJECT
            && (result.getInternalName().equals(method.owner())
                || application.record(result.getInternalName()) != null));
  }

  /** Whether the text is what a record is looked up by. */
  private static boolean isKey(MethodShape method, int parameter) {
    @Nullable String name = method.parameterNames().get(parameter);
    return name != null && name.toLowerCase(Locale.ROOT).matches(".*(id|name|key|url|user)");
  }
}

package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import dev.mcphotfix.agent.command.scan.classfile.Property;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods that are given, or give, maps, JSON objects or texts with tokens in them, by
 * who calls them: a class that writes and reads the tokens' keys.
 */
record UntypedFinder(Application application) {

  private static final int OBJECT = 25;
  private static final int TEXT = 15;

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (ClassShape shape : application.shapes()) {
      if (has(shape, Property.ACCESS_TOKEN) && has(shape, Property.REFRESH_TOKEN)) {
        for (MethodShape method : shape.methods()) {
          method.calls().forEach(call -> handed(shape, method, call, found));
        }
      }
    }
    return found;
  }

  private static boolean has(ClassShape shape, Property property) {
    return shape.methods().stream().anyMatch(method -> method.has(property));
  }

  private void handed(ClassShape user, MethodShape caller, Call call, List<Candidate> found) {
    MethodShape called = application.called(call);
    if (called == null || called.owner().equals(user.name()) || !called.isForRules()) {
      return;
    }
    // Texts are everywhere: only those matter that go where the keys are.
    boolean texts = caller.hasTokenKeys() && !caller.makesRefreshForm();
    int parameter = Untyped.parameter(called, texts);
    if (parameter >= 0) {
      add(Role.SAVE, called, user, new RecordPlace(called, parameter), found);
    }
    if (Untyped.isRecord(called.result(), texts)) {
      add(Role.LOAD, called, user, RecordPlace.result(called), found);
    }
  }

  private void add(
      Role role, MethodShape method, ClassShape user, RecordPlace target, List<Candidate> found) {
    Type type = target.type();
    String what = target.verb() + Names.withArticle(type.getClassName().replace('.', '/'));
    String keys = "; " + Names.simple(user.name()) + ", which calls it, uses the keys of tokens";
    Draft draft =
        new Draft(application, role, method)
            .because(what + keys, Untyped.isObject(type) ? OBJECT : TEXT)
            .weighed();
    if (draft.isConvincing() && isKeeping(role, method, user, type)) {
      found.add(draft.untyped(user, target));
    }
  }

  /** Parsers, maps and utilities are called with the same, and keep none of it. */
  private boolean isKeeping(Role role, MethodShape method, ClassShape user, Type type) {
    if (Untyped.isOfLibrary(type, method.owner()) || isUtility(application.shape(method.owner()))) {
      return false;
    }
    boolean near = Names.isSameApplication(method.owner(), user.name());
    return application.storage(method, role == Role.SAVE) != null
        || (near
            && (method.is(Opcodes.ACC_ABSTRACT) || Untyped.isObject(type))
            && !application.hierarchy().isContainer(method.owner()));
  }

  /** What anybody may read or write any file with, by its name and as it has nothing of its own. */
  private static boolean isUtility(@Nullable ClassShape shape) {
    return shape != null
        && shape.name().matches(".*(Utils?|Helpers?|Tools?)")
        && shape.methods().stream()
            .allMatch(method -> method.is(Opcodes.ACC_STATIC) || method.name().equals("<init>"));
  }
}

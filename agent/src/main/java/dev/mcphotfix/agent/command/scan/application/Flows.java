package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.flow.FormFlow;
import dev.mcphotfix.agent.command.scan.flow.KeyFlow;
import dev.mcphotfix.agent.command.scan.flow.ServerFlow;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** What becomes of values inside methods; each asks for the class file once more. */
public final class Flows {

  private final Application application;
  private final ClassFiles files;

  Flows(Application application, ClassFiles files) {
    this.application = application;
    this.files = files;
  }

  /**
   * Where the forms go in a method that makes them or is given them; null without a class file.
   *
   * @param forms indexes of its parameters that are forms
   * @param makers methods that return a form
   */
  public @Nullable FormFlow form(MethodShape method, Set<Integer> forms, Set<Call> makers) {
    ClassReader file = files.read(method.owner());
    return file == null ? null : FormFlow.of(file, method, forms, makers);
  }

  /** The literals that a method looks up, as the keys of a record. */
  public Set<String> keysRead(MethodShape method) {
    ClassReader file = files.read(method.owner());
    return file == null ? Set.of() : KeyFlow.read(file, method);
  }

  /** Indexes of the parameters that name a server, by what the method and its callers do. */
  public Set<Integer> servers(MethodShape method) {
    Set<Integer> servers = new HashSet<>();
    for (MethodShape same : application.hierarchy().same(method)) {
      ClassReader own = files.read(same.owner());
      servers.addAll(own == null ? Set.of() : ServerFlow.in(own, same));
      for (MethodShape caller : application.callers(same)) {
        ClassReader file = files.read(caller.owner());
        servers.addAll(
            file == null ? Set.of() : ServerFlow.in(file, caller, same.asCall()::equals));
      }
    }
    return servers;
  }
}

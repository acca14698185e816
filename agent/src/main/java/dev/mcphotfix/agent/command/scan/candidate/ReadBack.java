package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import dev.mcphotfix.agent.command.scan.classfile.Property;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody looks for a client id in a record that has no class of its own: a key that is
 * put into a text and that nobody asks for heals nothing.
 */
record ReadBack(Application application) {

  /** What makes an object of a class of its own, which may have a place for the id. */
  private static final List<String> BINDING =
      List.of("readvalue", "treetovalue", "convertvalue", "fromjson", "decodefrom", "unmarshal");

  /**
   * Why an id in it would be of no use: who reads its refresh token asks for no id. Null where
   * somebody does, or where it is not known who reads it.
   *
   * @param method that is given or gives the record
   * @param user the class that writes and reads its keys
   */
  @Nullable String obstacle(MethodShape method, ClassShape user) {
    boolean read = false;
    for (String name : near(method, user)) {
      ClassShape shape = application.shape(name);
      for (MethodShape each : shape == null ? List.<MethodShape>of() : shape.methods()) {
        if (binds(each) || reads(each, Property.CLIENT_ID)) {
          return null;
        }
        read |= !isOfResponse(each) && reads(each, Property.REFRESH_TOKEN);
      }
    }
    return read ? "who reads it back asks for no client id" + refresh(user) : null;
  }

  private Set<String> near(MethodShape method, ClassShape user) {
    Set<String> near = new LinkedHashSet<>(List.of(user.name(), method.owner()));
    ClassShape store = application.shape(method.owner());
    if (store != null) {
      boolean own = store.equals(user);
      store.methods().stream().filter(each -> !own || gives(each)).forEach(m -> callers(m, near));
    }
    for (MethodShape each : user.methods()) {
      if (gives(each)) {
        callers(each, near);
      }
      each.calls().stream().filter(call -> takes(call, user)).forEach(c -> near.add(c.owner()));
    }
    return near;
  }

  private void callers(MethodShape method, Set<String> near) {
    application.callers(method).forEach(caller -> near.add(caller.owner()));
  }

  private static boolean gives(MethodShape method) {
    return Untyped.isRecord(method.result(), method.hasTokenKeys());
  }

  private static boolean takes(Call call, ClassShape user) {
    return Names.isSameApplication(call.owner(), user.name())
        && List.of(Type.getArgumentTypes(call.descriptor())).stream().anyMatch(Untyped::isObject);
  }

  private static boolean binds(MethodShape method) {
    return method.calls().stream()
        .map(call -> call.name().toLowerCase(Locale.ROOT))
        .anyMatch(name -> BINDING.stream().anyMatch(name::startsWith));
  }

  private boolean reads(MethodShape method, Property property) {
    return method.has(property)
        && application.flows().keysRead(method).stream()
            .anyMatch(key -> Property.of(key) == property);
  }

  /** Whether it reads the answer of a token endpoint, which is no record yet. */
  private static boolean isOfResponse(MethodShape method) {
    return method.literals().stream()
        .anyMatch(text -> text.equals("expires_in") || text.contains("grant_type"));
  }

  /** Where the id that is sent comes from instead: the nearest that makes a refresh request. */
  private String refresh(ClassShape user) {
    Set<String> near = new LinkedHashSet<>(List.of(user.name()));
    user.methods().forEach(each -> each.calls().forEach(call -> near.add(call.owner())));
    application.shapes().forEach(shape -> near.add(shape.name()));
    for (String name : near) {
      ClassShape shape = application.shape(name);
      if (shape != null && Names.isSameApplication(name, user.name())) {
        for (MethodShape method : shape.methods()) {
          if (application.refreshes(method) && !method.mayAskWithCode()) {
            return "; the refresh has it from elsewhere: see " + method.title();
          }
        }
      }
    }
    return "";
  }
}

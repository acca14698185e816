package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.application.OAuthLibrary;
import dev.mcphotfix.agent.command.scan.application.RecordType;
import dev.mcphotfix.agent.command.scan.application.Storage;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Weighs what speaks for one method in one role, until it is a candidate. */
final class Draft {

  private static final int STORAGE = 30;
  private static final int VERB = 20;
  private static final int COMMON_VERB = 10;
  private static final int STORE = 10;
  private static final int NEAR_REFRESH = 10;
  private static final int PRIVATE = -5;
  private static final int CARRIED = -10;

  private final Application application;
  private final Role role;
  private final MethodShape method;
  private final List<String> why = new ArrayList<>();
  private int score;
  private boolean convincing;

  Draft(Application application, Role role, MethodShape method) {
    this.application = application;
    this.role = role;
    this.method = method;
  }

  Draft because(String reason, int weight) {
    why.add(reason);
    score += weight;
    return this;
  }

  /** Whether its name says the role. */
  Draft called(int weight) {
    return role.isSaidBy(method.name()) ? because("is called " + method.name(), weight) : this;
  }

  /** What every candidate is asked: does it keep things, is it called so, who calls it. */
  Draft weighed() {
    Storage storage = application.storage(method, role == Role.SAVE);
    if (storage != null) {
      because(storage.description(), STORAGE);
    }
    called(Role.isCommon(method.name()) ? COMMON_VERB : VERB);
    convincing = storage != null || role.isSaidBy(method.name());
    if (Role.isStore(Names.simple(method.owner()))) {
      because("in a class called " + Names.simple(method.owner()), STORE);
    }
    if (application.callers(method).stream().anyMatch(this::isNearRefresh)) {
      because("called where a token is refreshed", NEAR_REFRESH);
    }
    score += method.is(Opcodes.ACC_PRIVATE) ? PRIVATE : 0;
    return this;
  }

  /** Whether more than the types that it handles speaks for it. */
  boolean isConvincing() {
    return convincing;
  }

  private boolean isNearRefresh(MethodShape caller) {
    return Role.REFRESH.isSaidBy(caller.name()) || application.refreshes(caller);
  }

  /** With a rule on that target, or without one where something is in the way. */
  Candidate candidate(RecordPlace target, RecordType type) {
    return candidate(type.name(), target, type.obstacle(), type.slot());
  }

  /**
   * The same for a record that has no class of its own.
   *
   * @param user the class that writes and reads its keys
   */
  Candidate untyped(ClassShape user, RecordPlace target) {
    String obstacle = new ReadBack(application).obstacle(method, user);
    return candidate(user.name(), target, obstacle, null);
  }

  private Candidate candidate(
      String about, RecordPlace target, @Nullable String obstacle, @Nullable String slot) {
    String library = OAuthLibrary.of(method.owner());
    if (library != null) {
      why.add("belongs to " + library + ", so it comes after what is the application's own");
    }
    ClassShape shape = application.shape(method.owner());
    if (shape != null && OAuthLibrary.isCarried(shape.place())) {
      because("comes in a jar that the application carries", CARRIED);
    }
    if (obstacle != null) {
      why.add("no rule would help: " + obstacle);
    }
    Rule rule = obstacle == null ? rule(target, slot) : null;
    return new Candidate(role, method, about, score, rule, why, library, List.of());
  }

  /**
   * One that makes a refresh request.
   *
   * @param sent what is known of how it is sent, a sentence each
   */
  Candidate refresh(List<String> sent, @Nullable Rule rule, List<String> relocated) {
    String library = OAuthLibrary.of(method.owner());
    if (library != null) {
      why.add("belongs to " + library);
    }
    why.addAll(sent);
    return new Candidate(role, method, "refresh", score, rule, why, library, relocated);
  }

  private Rule rule(RecordPlace target, @Nullable String slot) {
    String property = slot == null || slot.equals("clientId") ? null : slot;
    String server = new ServerArgument(application).of(method, target.index());
    String reference = reference(application.shape(method.owner()), method);
    return new Rule(reference, "credential", target.toString(), server, null, property);
  }

  /** The method as a rule names it, with parameter types only where they are needed. */
  static String reference(@Nullable ClassShape shape, MethodShape method) {
    String name = method.reference();
    if (shape == null || !shape.isOverloaded(method.name())) {
      return name;
    }
    List<String> types = method.parameters().stream().map(Type::getClassName).toList();
    return name + '(' + String.join(",", types) + ')';
  }
}

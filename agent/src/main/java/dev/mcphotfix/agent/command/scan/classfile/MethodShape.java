package dev.mcphotfix.agent.command.scan.classfile;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method of a class file.
 *
 * @param owner internal name of its class
 * @param signature with type arguments; null where it has none
 * @param parameterNames null for those that the class file does not tell
 * @param names what annotations call it in JSON
 * @param literals texts in its body, and in the lambdas that it makes
 * @param calls what its body, and the lambdas that it makes, call
 */
public record MethodShape(
    String owner,
    String name,
    String descriptor,
    @Nullable String signature,
    int access,
    List<@Nullable String> parameterNames,
    Set<String> names,
    Set<String> literals,
    Set<Call> calls) {

  /**
   * A call of a method, or a reference to it.
   *
   * @param owner internal name
   */
  public record Call(String owner, String name, String descriptor) {}

  public boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether the agent can weave it, or the methods that implement it. */
  public boolean isForRules() {
    return !is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_NATIVE)
        && Names.isIdentifier(name)
        && Names.isClassName(owner);
  }

  public List<Type> parameters() {
    return List.of(Type.getArgumentTypes(descriptor));
  }

  public Type result() {
    return Type.getReturnType(descriptor);
  }

  public boolean has(Property property) {
    return literals.stream().anyMatch(literal -> Property.of(literal) == property);
  }

  /** Whether it writes or reads the keys of a credential record. */
  public boolean hasTokenKeys() {
    return has(Property.ACCESS_TOKEN) && has(Property.REFRESH_TOKEN);
  }

  /** Whether its texts are those of a refresh request (RFC 6749 section 6). */
  public boolean makesRefreshForm() {
    return literals.stream().anyMatch(MethodShape::mayBeginRefresh)
        && literals.stream().anyMatch(text -> text.contains("refresh_token"));
  }

  /** Whether its texts are as well those of a request with a code (RFC 6749 section 4.1.3). */
  public boolean mayAskWithCode() {
    return literals.contains("authorization_code");
  }

  /** Not a form of another grant, which is written out. */
  private static boolean mayBeginRefresh(String text) {
    int value = text.indexOf("grant_type=") + "grant_type=".length();
    return text.contains("grant_type")
        && (value < "grant_type=".length()
            || value == text.length()
            || !Character.isLetter(text.charAt(value))
            || text.startsWith("refresh_token", value));
  }

  /** Its class and name, for people. */
  public String title() {
    return Names.simple(owner) + '#' + name;
  }

  /** Its class and name in full. */
  public String reference() {
    return Names.binary(owner) + '#' + name;
  }

  public Call asCall() {
    return new Call(owner, name, descriptor);
  }
}

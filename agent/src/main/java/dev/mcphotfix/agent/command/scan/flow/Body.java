package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Reads the instructions of one method, and tells an observer what is called with what. */
final class Body extends StackEffects {

  private final Map<Integer, Value> variables = new HashMap<>();
  private final Map<String, Value> fields = new HashMap<>();
  private final ValueObserver observer;

  /**
   * @param forms indexes of its parameters that are forms
   */
  Body(MethodShape method, Set<Integer> forms, ValueObserver observer) {
    this.observer = observer;
    int slot = method.is(Opcodes.ACC_STATIC) ? 0 : 1;
    Value self = new Value(false);
    self.self = true;
    variables.put(0, self);
    List<Type> types = method.parameters();
    for (int i = 0; i < types.size(); i++) {
      Value value = named(types.get(i), method.parameterNames().get(i));
      value.form = forms.contains(i);
      value.parameter = i;
      variables.put(slot, value);
      slot += types.get(i).getSize();
    }
  }

  private static Value named(Type type, @Nullable String name) {
    Value value = new Value(type.getSize() == 2);
    value.url = Urls.isUrl(type, name);
    value.label = name;
    return value;
  }

  @Override
  public void visitInsn(int opcode) {
    if (stack.arranged(opcode)) {
      return;
    }
    if (opcode == Opcodes.ARETURN) {
      observer.returned(stack.pop());
      stack.end();
    } else if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
        || opcode == Opcodes.ATHROW) {
      stack.end();
    } else if (opcode == Opcodes.AALOAD) {
      stack.pop();
      stack.push(stack.pop());
    } else if (opcode == Opcodes.AASTORE) {
      Value element = stack.pop();
      stack.pop();
      stack.pop().absorb(element);
    } else if (opcode == Opcodes.ARRAYLENGTH) {
      observer.measured(stack.pop());
      stack.push(false);
    } else {
      stack.pop(Instruction.pops(opcode));
      if (Instruction.pushes(opcode)) {
        stack.push(Instruction.isWide(opcode));
      }
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (opcode >= Opcodes.ISTORE) {
      variables.put(variable, stack.pop());
    } else {
      boolean wide = opcode == Opcodes.LLOAD || opcode == Opcodes.DLOAD;
      stack.push(variables.computeIfAbsent(variable, unknown -> new Value(wide)));
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    Type type = Type.getType(descriptor);
    String field = owner + '.' + name;
    if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
      fields.put(field, stack.pop());
      stack.pop(opcode == Opcodes.PUTFIELD ? 1 : 0);
    } else {
      stack.pop(opcode == Opcodes.GETFIELD ? 1 : 0);
      stack.push(fields.computeIfAbsent(field, unknown -> named(type, name)));
    }
  }

  @Override
  public void visitLdcInsn(Object constant) {
    Value value = stack.push(constant instanceof Long || constant instanceof Double);
    if (constant instanceof String text) {
      value.text = text;
      value.name = text.equals(Calls.GRANT_TYPE);
      value.form = !value.name && text.contains(Calls.GRANT_TYPE);
      value.url = Urls.isAbsolute(text);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean itf) {
    List<Value> arguments = stack.popArguments(descriptor);
    Value receiver = opcode == Opcodes.INVOKESTATIC ? new Value(false) : stack.pop();
    Type type = Type.getReturnType(descriptor);
    Call call = new Call(owner, name, descriptor);
    Value result = new Value(type.getSize() == 2);
    result.cameBy(call, receiver, arguments);
    observer.called(call, receiver, arguments, name.equals("<init>") ? receiver : result);
    if (type.getSize() > 0) {
      stack.push(result);
    }
  }

  /** Joined texts; a lambda is none of them, whatever it holds. */
  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... constants) {
    List<Value> arguments = stack.popArguments(descriptor);
    Value result = stack.push(false);
    if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      for (Value argument : arguments) {
        result.form |= argument.form || argument.name;
      }
      for (Object constant : constants) {
        result.form |= constant instanceof String text && text.contains(Calls.GRANT_TYPE);
      }
    }
  }
}

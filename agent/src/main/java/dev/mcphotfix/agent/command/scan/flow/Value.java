package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that a method handles, and what is known of it; one object for all its copies. */
final class Value {

  /** Two slots of the operand stack, as a long. */
  final boolean wide;

  /** Text of a form, its bytes, or a map of its parameters; or what these are made from. */
  boolean form;

  /** The name of a parameter by itself. */
  boolean name;

  /** Its text is the whole url. */
  boolean url;

  /** The object whose method it is. */
  boolean self;

  /** Was given the url, or a part of it. */
  boolean carriesUrl;

  /** The literal that it is. */
  @Nullable String text;

  /** The parameter, field or method that it comes from; null where the class file tells none. */
  @Nullable String label;

  /** Index of the parameter that it is, or is made from without a change; -1 for any other. */
  int parameter = -1;

  /** The call that made it from a form. */
  @Nullable FormCall madeBy;

  Value(boolean wide) {
    this.wide = wide;
  }

  /** Whether it may tell where something is sent. */
  boolean leadsSomewhere() {
    return url || carriesUrl;
  }

  /** Takes its label from the call that it is the result of, or from what that hands on. */
  void cameBy(Call call, Value receiver, List<Value> arguments) {
    if (!Handling.isJdk(call.owner())) {
      label = Servers.label(call);
    } else if (Urls.isKeptBy(call)) {
      Value kept = arguments.isEmpty() ? receiver : arguments.get(0);
      label = kept.label;
      parameter = kept.parameter;
    }
  }

  /** Takes over what another one is that has become a part of it. */
  void absorb(Value part) {
    form |= part.form;
    name |= part.name;
    carriesUrl |= part.leadsSomewhere();
  }
}

package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Decides what a call makes of a form and of a url, and remembers those that matter. */
final class Calls implements ValueObserver {

  static final String GRANT_TYPE = "grant_type";

  private final Set<Call> makers;
  private final List<FormCall> sent = new ArrayList<>();
  private final List<FormCall> given = new ArrayList<>();
  private @Nullable Call oneByOne;
  private boolean written;
  private boolean measured;
  private boolean returned;

  /**
   * @param makers methods that return a form
   */
  Calls(Set<Call> makers) {
    this.makers = makers;
  }

  FormFlow flow() {
    List<FormCall> others = new ArrayList<>(given);
    others.removeAll(sent);
    return new FormFlow(List.copyOf(sent), others, oneByOne, written, measured, returned);
  }

  @Override
  public void measured(Value value) {
    measured |= value.form;
  }

  @Override
  public void returned(Value value) {
    returned |= value.form;
  }

  @Override
  public void called(Call call, Value receiver, List<Value> arguments, Value made) {
    if (Handling.isJdk(call.owner())) {
      ofJdk(call, receiver, arguments, made);
    } else if (Handling.isOther(call.owner())) {
      arguments.forEach(made::absorb);
    } else {
      ofApplication(call, receiver, arguments, made);
    }
  }

  private void ofJdk(Call call, Value receiver, List<Value> arguments, Value made) {
    Value all = new Value(false);
    arguments.forEach(all::absorb);
    if (Handling.isMeasuring(call)) {
      measured(receiver);
    }
    boolean sends = Handling.isSending(call.owner());
    written |= sends && all.form;
    boolean keepsUrl = Urls.isKeptBy(call);
    made.url |= keepsUrl && (receiver.url || arguments.stream().anyMatch(value -> value.url));
    made.url |= Urls.isMadeBy(call);
    made.carriesUrl |= receiver.leadsSomewhere() || all.carriesUrl;
    if (!sends && !Handling.isReading(call)) {
      made.form |= all.form || all.name || receiver.form;
      receiver.form |= Handling.isCollecting(call.owner()) && (all.form || all.name);
    }
  }

  private void ofApplication(Call call, Value receiver, List<Value> arguments, Value made) {
    boolean leads = receiver.leadsSomewhere();
    int endpoint = -1;
    for (int i = 0; i < arguments.size(); i++) {
      leads |= arguments.get(i).leadsSomewhere();
      endpoint = endpoint < 0 && arguments.get(i).url ? i : endpoint;
      oneByOne = oneByOne == null && arguments.get(i).name ? call : oneByOne;
    }
    FormCall own = formCall(call, arguments, endpoint);
    Type type = Type.getReturnType(call.descriptor());
    if (leads) {
      sent(own);
      arguments.forEach(argument -> sent(argument.madeBy));
      receiver.carriesUrl |= !receiver.self;
    } else if (own != null && Handling.isForm(type)) {
      made.form = true;
    } else {
      made.madeBy = own == null ? madeBy(arguments) : own;
    }
    made.form |= makers.contains(call);
    made.carriesUrl |= leads;
    made.url |= Urls.isUrl(type, call.name());
  }

  private @Nullable FormCall formCall(Call call, List<Value> arguments, int endpoint) {
    Type[] types = Type.getArgumentTypes(call.descriptor());
    for (int i = arguments.size() - 1; i >= 0; i--) {
      if (arguments.get(i).form && Handling.mayBeForm(types[i])) {
        FormCall found = new FormCall(call, i, endpoint);
        given.add(found);
        return found;
      }
    }
    return null;
  }

  private static @Nullable FormCall madeBy(List<Value> arguments) {
    for (Value argument : arguments) {
      if (argument.madeBy != null) {
        return argument.madeBy;
      }
    }
    return null;
  }

  private void sent(@Nullable FormCall call) {
    if (call != null && !sent.contains(call)) {
      sent.add(call);
    }
  }
}

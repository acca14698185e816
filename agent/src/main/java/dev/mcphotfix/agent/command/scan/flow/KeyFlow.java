package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** Which literals a method looks up, and not only writes. */
public final class KeyFlow implements ValueObserver {

  /** What begins so is given a key to keep it; anything else may look it up. */
  private static final List<String> WRITING =
      List.of(
          "put", "set", "add", "append", "with", "write", "field", "param", "query", "form",
          "entry", "of", "pair", "<init>", "concat", "format", "log", "debug", "info", "trace",
          "warn");

  private final Set<String> read = new HashSet<>();

  private KeyFlow() {}

  /** The literals that it gives to methods that may look them up, or compares with others. */
  public static Set<String> read(ClassReader file, MethodShape method) {
    KeyFlow flow = new KeyFlow();
    BodyReader.read(file, method, Set.of(), flow);
    return flow.read;
  }

  @Override
  public void called(Call call, Value receiver, List<Value> arguments, Value made) {
    String name = call.name().toLowerCase(Locale.ROOT);
    if (WRITING.stream().noneMatch(name::startsWith)) {
      add(receiver.text);
      arguments.forEach(argument -> add(argument.text));
    }
  }

  private void add(@Nullable String text) {
    if (text != null) {
      read.add(text);
    }
  }
}

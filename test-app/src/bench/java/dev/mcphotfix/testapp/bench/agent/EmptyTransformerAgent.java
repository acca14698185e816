package dev.mcphotfix.testapp.bench.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** The least that an agent can be that sees each class. */
public final class EmptyTransformerAgent implements ClassFileTransformer {

  private EmptyTransformerAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new EmptyTransformerAgent(), true);
  }
}

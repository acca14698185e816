package dev.mcphotfix.testapp.bench.agent;

import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.util.Map;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** The same hotfix as most would write it with Byte Buddy; the argument is the class to weave. */
public final class AgentBuilderAgent {

  private AgentBuilderAgent() {}

  public static void premain(String type, Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .type(ElementMatchers.named(type))
        .transform(
            (builder, woven, loader, module, domain) ->
                builder.visit(Advice.to(Post.class).on(ElementMatchers.named("post"))))
        .installOn(instrumentation);
  }

  /** The other class that its jar must have. */
  public static Class<?> advice() {
    return Post.class;
  }

  /** Inlined at the beginning of the method. */
  static final class Post {

    private Post() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(0) URI endpoint, @Advice.Argument(1) Map<String, String> form) {
      form.put("client_id", "my-static-client");
    }
  }
}

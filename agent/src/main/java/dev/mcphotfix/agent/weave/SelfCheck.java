package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Proves once, before any class of the host is woven, that advice, bridge and dispatcher work
 * together.
 *
 * <p>Advice suppresses whatever goes wrong in it, so that an agent whose bridge cannot be reached
 * would look healthy and patch nothing. The probe is defined in a class loader without a parent,
 * the place from which the bridge is hardest to reach.
 */
final class SelfCheck {

  private static final String PROBE = "dev.mcphotfix.agent.weave.SelfCheckProbe";
  private static final Site SITE =
      new Site(
          Site.SELF_CHECK,
          new HookPoint(
              Site.SELF_CHECK, PROBE, "apply", List.of("java.lang.String"), new Target.Argument(0)),
          invocation -> "woven");

  private final Weaver weaver = new Weaver(new HookReport(entry -> {}));
  private final HookDispatcher dispatcher;

  SelfCheck(HookDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Why woven code does not work here; null where it does. */
  @Nullable String obstacle() {
    dispatcher.register(SITE);
    try {
      String answer = probe().apply("not woven");
      return answer.equals("woven") ? null : "woven code does not reach the agent";
    } catch (Exception | LinkageError failure) {
      return failure.toString();
    }
  }

  @SuppressWarnings("unchecked")
  private UnaryOperator<String> probe() throws IOException, ReflectiveOperationException {
    ClassLoader loader = SelfCheck.class.getClassLoader();
    byte[] classFile = Implementations.read(PROBE.replace('.', '/'), loader);
    if (classFile == null) {
      throw new ClassNotFoundException(PROBE);
    }
    byte[] woven = weaver.weave(PROBE, null, null, classFile, List.of(SITE));
    return (UnaryOperator<String>)
        new Isolated(woven == null ? classFile : woven)
            .type()
            .getDeclaredConstructor()
            .newInstance();
  }

  /** Sees nothing but the JDK. */
  private static final class Isolated extends ClassLoader {

    private final byte[] classFile;

    Isolated(byte[] classFile) {
      super(null);
      this.classFile = classFile;
    }

    Class<?> type() {
      return defineClass(PROBE, classFile, 0, classFile.length);
    }
  }
}

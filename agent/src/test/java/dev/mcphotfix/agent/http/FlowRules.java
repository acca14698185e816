package dev.mcphotfix.agent.http;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.SubscriberWhiteboxVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.support.PublisherVerificationRules;
import org.reactivestreams.tck.flow.support.SubscriberWhiteboxVerificationRules;
import org.testng.SkipException;

/** The rules of the Reactive Streams TCK, which is made for TestNG, as tests of JUnit. */
public final class FlowRules {

  /** In milliseconds, of what nobody refers to; waited for only where somebody does. */
  public static final long LONGEST_COLLECTION = 10_000;

  private FlowRules() {}

  /** Waits long for what has to come, and shortly for what must not. */
  public static TestEnvironment environment() {
    return new TestEnvironment(2_000, 20, 20);
  }

  /** A test for each rule that is tested. */
  public static Stream<DynamicTest> ofPublisher(
      Supplier<? extends PublisherVerification<?>> verification) {
    return of(PublisherVerificationRules.class, verification);
  }

  /** A test for each rule that is tested. */
  public static Stream<DynamicTest> ofSubscriber(
      Supplier<? extends SubscriberWhiteboxVerification<?>> verification) {
    return of(SubscriberWhiteboxVerificationRules.class, verification);
  }

  private static Stream<DynamicTest> of(Class<?> rules, Supplier<?> verification) {
    return Arrays.stream(rules.getMethods())
        .filter(rule -> !rule.getName().startsWith("untested"))
        .map(rule -> dynamicTest(rule.getName(), () -> check(rule, verification.get())));
  }

  private static void check(Method rule, Object verification) throws Throwable {
    try {
      if (verification instanceof SubscriberWhiteboxVerification<?> subscriber) {
        subscriber.startPublisherExecutorService();
      }
      verification.getClass().getMethod("setUp").invoke(verification);
      rule.invoke(verification);
    } catch (InvocationTargetException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Assumptions.assumeFalse(cause instanceof SkipException, cause::getMessage);
      throw cause;
    } finally {
      if (verification instanceof SubscriberWhiteboxVerification<?> subscriber) {
        subscriber.shutdownPublisherExecutorService();
      }
    }
  }
}

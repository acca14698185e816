package dev.mcphotfix.agent.http;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.SubscriberWhiteboxVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.support.PublisherVerificationRules;
import org.reactivestreams.tck.flow.support.SubscriberWhiteboxVerificationRules;
import org.testng.SkipException;

/** The rules of the Reactive Streams TCK, which is made for TestNG, as tests of JUnit. */
public final class FlowRules {

  /** The TCK sleeps for so long, in milliseconds, before it looks whether one was collected. */
  private static final long SHORT_COLLECTION = 50;

  private static final long LONG_COLLECTION = 10_000;

  private static final String COLLECTION =
      "required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber";

  private FlowRules() {}

  /** Waits long for what has to come, and shortly for what must not. */
  public static TestEnvironment environment() {
    return new TestEnvironment(2_000, 20, 20);
  }

  /** A test for each rule that is tested, of what is made to wait so long for a collection. */
  public static Stream<DynamicTest> ofPublisher(
      LongFunction<? extends PublisherVerification<?>> verification) {
    return of(PublisherVerificationRules.class, rule -> () -> checkPublisher(rule, verification));
  }

  /** A test for each rule that is tested. */
  public static Stream<DynamicTest> ofSubscriber(
      Supplier<? extends SubscriberWhiteboxVerification<?>> verification) {
    return of(
        SubscriberWhiteboxVerificationRules.class, rule -> () -> check(rule, verification.get()));
  }

  private static Stream<DynamicTest> of(Class<?> rules, Function<Method, Executable> tests) {
    return Arrays.stream(rules.getMethods())
        .filter(rule -> !rule.getName().startsWith("untested"))
        .map(rule -> dynamicTest(rule.getName(), tests.apply(rule)));
  }

  /** What is not collected at once is given long, as a busy machine needs it. */
  private static void checkPublisher(
      Method rule, LongFunction<? extends PublisherVerification<?>> verification) throws Throwable {
    try {
      check(rule, verification.apply(SHORT_COLLECTION));
    } catch (AssertionError e) {
      if (!rule.getName().equals(COLLECTION)) {
        throw e;
      }
      check(rule, verification.apply(LONG_COLLECTION));
    }
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

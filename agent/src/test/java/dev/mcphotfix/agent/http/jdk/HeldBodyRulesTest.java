package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FlowRules;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** What the JDK's client is given keeps the rules of Reactive Streams, as the host's own did. */
final class HeldBodyRulesTest {

  /** The TCK asks for as many parts as it has use for, and then for the end. */
  private static final long MANY = Long.MAX_VALUE - 1;

  private final RecordedAttempts attempts = new RecordedAttempts();

  @TestFactory
  Stream<DynamicTest> aBodyOfTheJdkAlone() {
    return rules(MANY, parts -> body("a", parts));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatStaysAsItIsWhateverComes() {
    return rules(MANY, parts -> new HeldBody(body("a", parts), attempts.authorized()));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsHeldUntilItIsSettled() {
    String first = "grant_type=authorization_code&";
    return rules(MANY, parts -> new HeldBody(body(first, parts), attempts.next()));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsTooLongToBeHeld() {
    String first = "x".repeat(70_000);
    return rules(MANY, parts -> new HeldBody(body(first, parts), attempts.next()));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsAskedForAheadAndGetsTheId() {
    return rules(
        MANY,
        parts -> {
          HeldBody body = ofLength(REFRESH.length(), body(REFRESH, parts));
          assertThat(body.askAhead()).isCompleted();
          return body;
        });
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsHeldToItsEndAndGetsTheId() {
    return rules(1, parts -> new HeldBody(body(REFRESH, parts), attempts.next()));
  }

  @TestFactory
  Stream<DynamicTest> aBodyWhoseHeadIsSentAlready() {
    return rules(MANY, parts -> ofLength(REFRESH.length(), body(REFRESH, parts)));
  }

  private HeldBody ofLength(long length, BodyPublisher body) {
    return new HeldBody(BodyPublishers.fromPublisher(body, length), attempts.next());
  }

  private static Stream<DynamicTest> rules(long most, Function<Long, BodyPublisher> bodies) {
    return FlowRules.ofPublisher(collection -> new Rules(collection, most, bodies));
  }

  /** In so many parts, of which all but the first are a byte long. */
  private static BodyPublisher body(String first, long parts) {
    return BodyPublishers.ofByteArrays(
        () ->
            LongStream.range(0, parts)
                .mapToObj(each -> (each == 0 ? first : "a").getBytes(StandardCharsets.US_ASCII))
                .iterator());
  }

  private static final class Rules extends FlowPublisherVerification<ByteBuffer> {

    private final long most;
    private final Function<Long, BodyPublisher> bodies;

    Rules(long collection, long most, Function<Long, BodyPublisher> bodies) {
      super(FlowRules.environment(), collection);
      this.most = most;
      this.bodies = bodies;
    }

    @Override
    public Flow.Publisher<ByteBuffer> createFlowPublisher(long elements) {
      return bodies.apply(elements);
    }

    /** The JDK's own publishers tell a failure when they are asked, not before. */
    @Override
    @SuppressWarnings("NullAway") // So the TCK leaves that rule out.
    public Flow.Publisher<ByteBuffer> createFailedFlowPublisher() {
      return null;
    }

    @Override
    public long maxElementsFromPublisher() {
      return most;
    }
  }
}

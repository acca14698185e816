package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.FlowRules;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;

/** What the host's publisher is given keeps the rules of Reactive Streams. */
final class HeldSubscriberRulesTest {

  @TestFactory
  Stream<DynamicTest> ofABodyThatPasses() {
    return FlowRules.ofSubscriber(Rules::new);
  }

  private static final class Rules extends FlowSubscriberWhiteboxVerification<ByteBuffer> {

    private final RecordedAttempts attempts = new RecordedAttempts();

    Rules() {
      super(FlowRules.environment());
    }

    @Override
    protected Flow.Subscriber<ByteBuffer> createFlowSubscriber(
        WhiteboxSubscriberProbe<ByteBuffer> probe) {
      HeldSubscriber held = new HeldSubscriber(attempts.authorized(), -1);
      Probed<ByteBuffer> client = new Probed<>(probe);
      held.subscribe(client);
      client.triggerRequest(1); // As the client does first of all.
      return held;
    }

    @Override
    public ByteBuffer createElement(int element) {
      return ByteBuffer.allocate(4).putInt(0, element);
    }
  }
}

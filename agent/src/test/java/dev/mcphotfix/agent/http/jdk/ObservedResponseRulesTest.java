package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.FlowRules;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;

/** What the client gives a response to keeps the rules of Reactive Streams, as the host's own. */
final class ObservedResponseRulesTest {

  @TestFactory
  Stream<DynamicTest> ofAResponseThatIsLookedAt() {
    return FlowRules.ofSubscriber(Rules::new);
  }

  private static final class Rules extends FlowSubscriberWhiteboxVerification<List<ByteBuffer>> {

    private final RecordedAttempts attempts = new RecordedAttempts();

    Rules() {
      super(FlowRules.environment());
    }

    @Override
    protected Flow.Subscriber<List<ByteBuffer>> createFlowSubscriber(
        WhiteboxSubscriberProbe<List<ByteBuffer>> probe) {
      return ObservedResponse.<Void>handler(info -> new HostsOwn(probe), attempts.next())
          .apply(new Info(200));
    }

    @Override
    public List<ByteBuffer> createElement(int element) {
      return List.of(ByteBuffer.allocate(4).putInt(0, element));
    }
  }

  private static final class HostsOwn extends Probed<List<ByteBuffer>>
      implements BodySubscriber<Void> {

    HostsOwn(WhiteboxSubscriberProbe<List<ByteBuffer>> probe) {
      super(probe);
    }

    @Override
    public CompletionStage<Void> getBody() {
      return new CompletableFuture<>();
    }
  }
}

package dev.mcphotfix.agent.record.shape.bean;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class BeanRecordTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void callsTheSetter() {
    WithSetter record = new WithSetter();

    Object answer = hook.handle(record);

    assertThat(answer).isNull();
    assertThat(record.getClientId()).isEqualTo(ID);
    assertThat(record.calls).isEqualTo(1);
  }

  @Test
  void leavesRecordWithAnIdAlone() {
    WithSetter record = new WithSetter();
    record.setClientId("other");

    hook.handle(record);

    assertThat(record.getClientId()).isEqualTo("other");
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void callsNothingWhenObserving() {
    WithSetter record = new WithSetter();

    hook.observing().handle(record);

    assertThat(record.calls).isZero();
  }

  @Test
  void answersWhatAFluentSetterAnswers() {
    Immutable record = new Immutable(null);

    Object answer = hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(answer)
        .isInstanceOfSatisfying(Immutable.class, it -> assertThat(it.clientId).isEqualTo(ID));
  }

  @Test
  void answersNothingWhereAFluentSetterAnswersItself() {
    Fluent record = new Fluent();

    Object answer = hook.handle(record);

    assertThat(answer).isNull();
    assertThat(record.clientId()).isEqualTo(ID);
  }

  @Test
  void setsAFieldOfASuperclass() {
    WithField record = new Inheriting();

    hook.handle(record);

    assertThat(record.id()).isEqualTo(ID);
  }

  @Test
  void leavesAFinalFieldAlone() {
    WithFinalField record = new WithFinalField(null);

    hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesASetterThatThrowsAlone() {
    hook.handle(new Refusing());

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesASetterThatDoesNothingAlone() {
    hook.handle(new Deaf());

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void takesWhatASetterItselfMakesOfTheId() {
    Marking record = new Marking();

    hook.handle(record);

    assertThat(record.clientId).isEqualTo("id:" + ID);
    assertThat(record.calls).isEqualTo(1);
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void undoesBelowASetterThatLosesTheId() {
    Losing record = new Losing();

    hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(record.calls).isEqualTo(1);
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void undoesBelowASetterThatStoresAndThrows() {
    Late record = new Late();

    hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void putsBackWhatTheFieldHeldAndNotWhatItsGetterSaid() {
    Masking record = new Masking();

    hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesAnIdThatCannotBeReadAlone() {
    WriteOnly record = new WriteOnly();

    hook.handle(record);

    assertThat(record.hidden).isEqualTo("other");
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void takesAPrimitiveZeroForNothing() {
    WithSetter record = new WithSetter();

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void takesAPrimitiveThatIsSetForATraceOfARegistration() {
    WithSetter record = new WithSetter();
    record.clientIdIssuedAt = 1782424027;

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-other-issuer");
  }

  @Test
  void callsNoMethodThatActs() {
    Acting record = new Acting();

    hook.handle(record);

    assertThat(record.refreshed).isFalse();
  }

  @Test
  void leavesWhatIsOfTheJavaRuntimeAlone() {
    hook.handle(List.of("rt-secret"));

    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  static class Base {
    final String serverName = "example-server";
    final String refreshToken = "rt-secret";
  }

  public static final class WithSetter extends Base {
    private @Nullable String clientId;
    long clientIdIssuedAt;
    int calls;

    public @Nullable String getClientId() {
      return clientId;
    }

    void setClientId(String value) {
      clientId = value;
      calls++;
    }
  }

  static final class Immutable extends Base {
    final @Nullable String clientId;

    Immutable(@Nullable String clientId) {
      this.clientId = clientId;
    }

    Immutable clientId(String value) {
      return new Immutable(value);
    }
  }

  static final class Fluent extends Base {
    private @Nullable String id;

    @Nullable String clientId() {
      return id;
    }

    Fluent clientId(String value) {
      id = value;
      return this;
    }
  }

  @SuppressWarnings("UnusedVariable") // the agent sets it
  static class WithField extends Base {
    private @Nullable String clientId;

    @Nullable String id() {
      return clientId;
    }
  }

  static final class Inheriting extends WithField {}

  static final class WithFinalField extends Base {
    final @Nullable String clientId;

    WithFinalField(@Nullable String clientId) {
      this.clientId = clientId;
    }
  }

  static final class Refusing extends Base {
    final @Nullable String clientId = null;

    void setClientId(String value) {
      if (!value.isEmpty()) {
        throw new IllegalStateException(value);
      }
    }
  }

  static final class Deaf extends Base {
    final @Nullable String clientId = null;

    void setClientId(String value) {}
  }

  static final class Marking extends Base {
    @Nullable String clientId;
    int calls;

    void setClientId(@Nullable String value) {
      clientId = "id:" + value;
      calls++;
    }
  }

  static final class Losing extends Base {
    @Nullable String clientId;
    int calls;

    void setClientId(@Nullable String value) {
      clientId = "";
      calls++;
    }
  }

  static final class Late extends Base {
    @Nullable String clientId;

    void setClientId(@Nullable String value) {
      clientId = String.valueOf(value);
      throw new IllegalStateException(clientId);
    }
  }

  static final class Masking extends Base {
    @Nullable String clientId;

    String getClientId() {
      return clientId == null ? "" : "***";
    }
  }

  static final class WriteOnly extends Base {
    String hidden = "other";

    void setClientId(String value) {
      hidden = value;
    }
  }

  static final class Acting {
    boolean refreshed;

    boolean refreshToken() {
      refreshed = true;
      return true;
    }
  }
}

package dev.mcphotfix.agent.record.shape.bean;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects that answer a copy of themselves, in the ways in which that is usually written. */
class ImmutableBeanTest {

  private static final String NAME = "example-server";

  private final HookFixture hook = HookFixture.example();

  @Test
  void answersWhatAWitherAnswers() {
    WithWither record = new WithWither("rt", null);

    Object answer = hook.handle(record);

    assertThat(record.clientId).isNull();
    assertThat(answer).isEqualTo(new WithWither("rt", ID));
  }

  @Test
  void answersNothingWhereAWitherAnswersItself() {
    ChangedByWither record = new ChangedByWither();

    assertThat(hook.handle(record)).isNull();
    assertThat(record.state[0]).isEqualTo(ID);
  }

  @Test
  void leavesAnIdAlone() {
    assertThat(hook.handle(new WithWither("rt", "other"))).isNull();
    assertThat(hook.handle(new Built(null, NAME, "rt", "other"))).isNull();
    assertThat(hook.handle(new DataClass(NAME, "rt", "other", 5))).isNull();
    assertThat(hook.reasons()).hasSize(3).containsOnly("record-other-client");
  }

  @Test
  void leavesObjectsWithoutRefreshTokenAlone() {
    assertThat(hook.handle(new WithWither(null, null))).isNull();
    assertThat(hook.handle(new Built(null, NAME, null, null))).isNull();
    assertThat(hook.handle(new DataClass(NAME, null, null, 5))).isNull();
    assertThat(hook.reasons()).hasSize(3).containsOnly("record-no-refresh");
  }

  @Test
  void copiesNothingWhenObserving() {
    hook.observing();

    assertThat(hook.handle(new WithWither("rt", null))).isNull();
    assertThat(hook.handle(new Built(null, NAME, "rt", null))).isNull();
    assertThat(hook.handle(new DataClass(NAME, "rt", null, 5))).isNull();
    assertThat(hook.reasons()).hasSize(3).containsOnly("record-patched");
  }

  @Test
  void leavesAWitherThatLosesATokenAlone() {
    assertThat(hook.handle(new Losing("rt"))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void buildsACopy() {
    Built record = new Built("at", NAME, "rt", null);

    assertThat(hook.handle(record)).isEqualTo(new Built("at", NAME, "rt", ID));
    assertThat(record.clientId).isNull();
  }

  @Test
  void buildsACopyOfAnAbstractClass() {
    assertThat(hook.handle(new MadeCredential("rt", null))).isEqualTo(new MadeCredential("rt", ID));
  }

  @Test
  void leavesABuilderThatRefusesAlone() {
    assertThat(hook.handle(new Refusing())).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesABuilderWithoutTheIdAlone() {
    assertThat(hook.handle(new Slotless())).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void copiesADataClass() {
    DataClass record = new DataClass(NAME, "rt", null, 5);

    assertThat(hook.handle(record)).isEqualTo(new DataClass(NAME, "rt", ID, 5));
    assertThat(record.clientId).isNull();
  }

  @Test
  void leavesADataClassAloneWhoseCopyLosesWhatIsNotInTheConstructor() {
    DataClass record = new DataClass(NAME, "rt", null, 5);
    record.note = "of the user";

    assertThat(hook.handle(record)).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesAPropertyThatIsNotInTheConstructorAlone() {
    assertThat(hook.property("derived").handle(new DataClass(NAME, "rt", null, 5))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesACopyThatIsNoneOfADataClassAlone() {
    assertThat(hook.handle(new Copying())).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  static final class WithWither {
    private final String serverName = NAME;
    private final @Nullable String refreshToken;
    private final @Nullable String clientId;

    WithWither(@Nullable String refreshToken, @Nullable String clientId) {
      this.refreshToken = refreshToken;
      this.clientId = clientId;
    }

    WithWither withClientId(String value) {
      return value.equals(clientId) ? this : new WithWither(refreshToken, value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithWither that
          && serverName.equals(that.serverName)
          && Objects.equals(refreshToken, that.refreshToken)
          && Objects.equals(clientId, that.clientId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(refreshToken, clientId);
    }
  }

  static final class ChangedByWither {
    final String serverName = NAME;
    final String refreshToken = "rt";
    final @Nullable String[] state = {null};

    @Nullable String getClientId() {
      return state[0];
    }

    ChangedByWither withClientId(String value) {
      state[0] = value;
      return this;
    }
  }

  static final class Losing {
    final String serverName = NAME;
    final @Nullable String refreshToken;
    final @Nullable String clientId;

    Losing(String refreshToken) {
      this(refreshToken, null);
    }

    private Losing(@Nullable String refreshToken, @Nullable String clientId) {
      this.refreshToken = refreshToken;
      this.clientId = clientId;
    }

    Losing withClientId(String value) {
      return new Losing(null, value);
    }
  }

  /** What two levels of Lombok's {@code @SuperBuilder(toBuilder = true)} come to. */
  static class BuiltBase {
    private final @Nullable String accessToken;

    BuiltBase(@Nullable String accessToken) {
      this.accessToken = accessToken;
    }

    @Nullable String getAccessToken() {
      return accessToken;
    }
  }

  static final class Built extends BuiltBase {
    private final String serverName;
    private final @Nullable String refreshToken;
    private final @Nullable String clientId;

    Built(
        @Nullable String accessToken,
        String serverName,
        @Nullable String refreshToken,
        @Nullable String clientId) {
      super(accessToken);
      this.serverName = serverName;
      this.refreshToken = refreshToken;
      this.clientId = clientId;
    }

    BuiltBuilder<?, ?> toBuilder() {
      return new BuiltBuilderImpl().fill(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Built that
          && Objects.equals(getAccessToken(), that.getAccessToken())
          && serverName.equals(that.serverName)
          && Objects.equals(refreshToken, that.refreshToken)
          && Objects.equals(clientId, that.clientId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(refreshToken, clientId);
    }
  }

  abstract static class BuiltBuilder<C extends Built, B extends BuiltBuilder<C, B>> {
    @Nullable Built from;
    @Nullable String clientId;

    abstract B self();

    abstract C build();

    B fill(Built built) {
      from = built;
      return self();
    }

    B clientId(String value) {
      clientId = value;
      return self();
    }
  }

  static final class BuiltBuilderImpl extends BuiltBuilder<Built, BuiltBuilderImpl> {
    @Override
    BuiltBuilderImpl self() {
      return this;
    }

    @Override
    Built build() {
      Built built = Objects.requireNonNull(from);
      return new Built(built.getAccessToken(), built.serverName, built.refreshToken, clientId);
    }
  }

  /** As AutoValue has it: the class that is written, and the one that is made of it. */
  abstract static class Credential {
    abstract String getServerName();

    abstract String getRefreshToken();

    abstract @Nullable String getClientId();

    abstract Builder toBuilder();

    interface Builder {
      Builder setClientId(@Nullable String value);

      Credential build();
    }
  }

  static final class MadeCredential extends Credential {
    private final String refreshToken;
    private final @Nullable String clientId;

    MadeCredential(String refreshToken, @Nullable String clientId) {
      this.refreshToken = refreshToken;
      this.clientId = clientId;
    }

    @Override
    String getServerName() {
      return NAME;
    }

    @Override
    String getRefreshToken() {
      return refreshToken;
    }

    @Override
    @Nullable String getClientId() {
      return clientId;
    }

    @Override
    Builder toBuilder() {
      return new Builder() {
        private @Nullable String id = clientId;

        @Override
        public Builder setClientId(@Nullable String value) {
          id = value;
          return this;
        }

        @Override
        public Credential build() {
          return new MadeCredential(refreshToken, id);
        }
      };
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof MadeCredential that
          && refreshToken.equals(that.refreshToken)
          && Objects.equals(clientId, that.clientId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(refreshToken, clientId);
    }
  }

  static final class Refusing {
    final String serverName = NAME;
    final String refreshToken = "rt";
    final @Nullable String clientId = null;

    RefusingBuilder toBuilder() {
      return new RefusingBuilder();
    }
  }

  static final class RefusingBuilder {
    void clientId(String value) {
      if (!value.isEmpty()) {
        throw new IllegalArgumentException(value);
      }
    }

    Refusing build() {
      return new Refusing();
    }
  }

  static final class Slotless {
    final String serverName = NAME;
    final String refreshToken = "rt";
    final @Nullable String clientId = null;

    SlotlessBuilder toBuilder() {
      return new SlotlessBuilder();
    }
  }

  static final class SlotlessBuilder {
    Slotless build() {
      return new Slotless();
    }
  }

  /** What Kotlin makes of a data class with one more property in its body. */
  static final class DataClass {
    private final String serverName;
    private final @Nullable String refreshToken;
    private final @Nullable String clientId;
    private final long expiresAt;
    @Nullable String note;
    private final @Nullable String derived = null;

    DataClass(
        String serverName,
        @Nullable String refreshToken,
        @Nullable String clientId,
        long expiresAt) {
      this.serverName = serverName;
      this.refreshToken = refreshToken;
      this.clientId = clientId;
      this.expiresAt = expiresAt;
    }

    String component1() {
      return serverName;
    }

    @Nullable String component2() {
      return refreshToken;
    }

    @Nullable String component3() {
      return clientId;
    }

    long component4$app() {
      return expiresAt;
    }

    DataClass copy(
        String serverName,
        @Nullable String refreshToken,
        @Nullable String clientId,
        long expiresAt) {
      return new DataClass(serverName, refreshToken, clientId, expiresAt);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof DataClass that
          && serverName.equals(that.serverName)
          && Objects.equals(refreshToken, that.refreshToken)
          && Objects.equals(clientId, that.clientId)
          && Objects.equals(derived, that.derived)
          && expiresAt == that.expiresAt;
    }

    @Override
    public int hashCode() {
      return Objects.hash(serverName, refreshToken, clientId);
    }
  }

  /** Its copy takes something else than its fields. */
  static final class Copying {
    final String serverName = NAME;
    final String refreshToken = "rt";
    final @Nullable String clientId = null;

    Copying copy(String folder, String name, String mode) {
      return folder.equals(name + mode) ? this : new Copying();
    }
  }
}

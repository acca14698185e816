package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HeldFormTest {

  private static final String CODE = "grant_type=authorization_code&code=c";

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void isAnotherWhenItIsWhole() {
    HeldForm form = new HeldForm(attempts.next());

    assertThat(add(form, REFRESH.substring(0, 20))).isEmpty();
    assertThat(add(form, REFRESH.substring(20))).isEmpty();
    assertThat(attempts.reasons()).isEmpty();

    assertThat(text(form.whole())).isEqualTo(CHANGED);
    assertThat(form.isHolding()).isFalse();
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void isWholeWithAnEndThatIsNotHeld() {
    HeldForm form = new HeldForm(attempts.next());

    add(form, REFRESH.substring(0, 20));

    assertThat(text(form.whole(REFRESH.substring(20).getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(CHANGED);
    assertThat(text(form.own())).isEqualTo(REFRESH.substring(0, 20));
  }

  @Test
  void isAsItCameWhereItIsLeftAlone() {
    HeldForm form = new HeldForm(attempts.next());

    add(form, "a=b");

    assertThat(text(form.whole())).isEqualTo("a=b");
  }

  @Test
  void isAsItCameWhereItIsNotWhole() {
    HeldForm form = new HeldForm(attempts.next());

    add(form, REFRESH);

    assertThat(text(form.part())).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isAsItCameWhereItIsNotAsLongAsItIsTold() {
    HeldForm form = new HeldForm(attempts.next(), REFRESH.length() + 3);

    add(form, REFRESH);

    assertThat(text(form.whole())).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isDecidedByWhatHasSettledItWhateverIsConfiguredMeanwhile() {
    HeldForm form = new HeldForm(attempts.next());
    attempts.observe(true);
    String sent = add(form, REFRESH);
    attempts.observe(false);

    assertThat(sent + text(form.whole())).isEqualTo(REFRESH);
    assertThat(attempts.actions()).containsExactly("would add client_id");
  }

  @Test
  void isDecidedByWhatIsConfiguredMeanwhileWhereItIsHeld() {
    HeldForm form = new HeldForm(attempts.next());
    String sent = add(form, REFRESH);
    attempts.observe(true);

    assertThat(sent + text(form.whole())).isEqualTo(REFRESH);
    assertThat(attempts.actions()).containsExactly("would add client_id");
  }

  @Test
  void isAsItCameWhereTheAgentFails() {
    HeldForm form = new HeldForm(attempts.failing());

    String sent = add(form, REFRESH) + text(form.whole());

    assertThat(sent).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("agent-error:IllegalStateException");
  }

  @Test
  void goesOnAtOnceWhenItsFirstFieldsSettleThatItStays() {
    HeldForm form = new HeldForm(attempts.next());

    assertThat(add(form, CODE.substring(0, 15))).isEmpty();
    assertThat(add(form, CODE.substring(15))).isEqualTo(CODE);
    assertThat(form.isHolding()).isFalse();
    assertThat(add(form, "&redirect_uri=u")).isEqualTo("&redirect_uri=u");
    assertThat(attempts.reasons()).isEmpty();

    assertThat(form.whole()).isEmpty();
    assertThat(attempts.reasons()).containsExactly("grant-not-enabled:authorization_code");
  }

  @Test
  void isHeldWhileItsFirstFieldMayStillBeThatOfARefresh() {
    HeldForm form = new HeldForm(attempts.next());

    add(form, "grant_type=");
    add(form, "refresh");

    assertThat(form.isHolding()).isTrue();
  }

  @Test
  void goesOnAtOnceWhereTheClientAuthenticates() {
    HeldForm form = new HeldForm(attempts.authorized());

    assertThat(add(form, "grant_type=refr")).isEqualTo("grant_type=refr");
    add(form, "esh_token&refresh_token=r");
    form.whole();

    assertThat(attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void isHeldWhereAFieldHasJustEnded() {
    HeldForm form = new HeldForm(attempts.next());

    assertThat(add(form, "refresh_token=r1&")).isEmpty();

    assertThat(form.isHolding()).isTrue();
  }

  @Test
  void countsWhatHasCome() {
    HeldForm form = new HeldForm(attempts.next(), 3);

    add(form, "a=");
    assertThat(form.size()).isEqualTo(2);
    assertThat(form.isOf(2)).isTrue();
    assertThat(form.isAsTold()).isFalse();
    add(form, "b");

    assertThat(form.isOf(2)).isFalse();
    assertThat(form.isAsTold()).isTrue();
  }

  @Test
  void holds64KibibytesAndNoMore() {
    HeldForm form = new HeldForm(attempts.next());
    String large = "refresh_token=" + "x".repeat(FormBytes.LARGEST - 14);

    assertThat(add(form, large)).isEmpty();

    assertThat(add(form, "y")).isEqualTo(large + 'y');
    assertThat(form.isDecided()).isTrue();
    assertThat(add(form, "z")).isEqualTo("z");
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  private static String add(HeldForm form, String text) {
    return text(form.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}

package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTimeTest {

  @ParameterizedTest
  @CsvSource({"30s,30", "10m,600", "2h,7200", "1000s,1000"})
  void isSoLong(String text, int seconds) {
    WitnessTime time = Objects.requireNonNull(WitnessTime.parse(text));

    assertThat(time).isEqualTo(new WitnessTime(text, seconds));
    assertThat(time.isOn() && time.isLimited()).isTrue();
  }

  @Test
  void isOnForeverOrOff() {
    WitnessTime on = Objects.requireNonNull(WitnessTime.parse("on"));

    assertThat(on.isOn()).isTrue();
    assertThat(on.isLimited()).isFalse();
    assertThat(WitnessTime.parse("off")).isEqualTo(WitnessTime.OFF);
    assertThat(WitnessTime.OFF.isOn() || WitnessTime.OFF.isLimited()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0s", "10", "m", "-1s", "1.5h", "10 m", "999999999h", "true", "\u0664s"})
  void isNothingElse(String text) {
    assertThat(WitnessTime.parse(text)).isNull();
  }

  @Test
  void standsAloneInOptionsThatSayNothingElse() {
    assertThat(WitnessTime.alone("witness=off,request=7f3a")).isEqualTo(WitnessTime.OFF);
    assertThat(WitnessTime.alone("witness=10m")).isEqualTo(new WitnessTime("10m", 600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"witness=on,mode=off", "mode=off,witness=on", "witness=maybe", "a.json"})
  void doesNotStandAloneBesideAnythingElse(String options) {
    assertThat(WitnessTime.alone(options)).isNull();
    assertThat(WitnessTime.alone(null)).isNull();
  }
}

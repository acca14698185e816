package dev.mcphotfix.agent.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FingerprintsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r1", "tökén", "a token that is longer than one block of the digest, so"})
  void isTheHmacOfTheCredential(String credential) throws Exception {
    byte[] key = new byte[64];
    new Random(1).nextBytes(key);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected = mac.doFinal(credential.getBytes(StandardCharsets.UTF_8));

    Fingerprints fingerprints = new Fingerprints(key);

    assertThat(fingerprints.of(credential)).isEqualTo(ByteBuffer.wrap(expected));
    fingerprints.of("another one");
    assertThat(fingerprints.of(credential)).isEqualTo(ByteBuffer.wrap(expected));
  }
}

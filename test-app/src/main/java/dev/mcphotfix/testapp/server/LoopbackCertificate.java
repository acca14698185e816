package dev.mcphotfix.testapp.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key and a certificate for 127.0.0.1, made once by the {@code keytool} of the JDK that runs it.
 * One file holds both, and is what a client trusts, too.
 */
public record LoopbackCertificate(Path keyStore) {

  static final String PASSWORD = "changeit";

  private static byte @Nullable [] made;

  /** Puts the file into this folder; the tests of one JVM have the same. */
  public static synchronized LoopbackCertificate makeIn(Path folder)
      throws IOException, InterruptedException {
    Path keyStore = folder.resolve("loopback.p12");
    if (made == null) {
      make(keyStore);
      made = Files.readAllBytes(keyStore);
    } else {
      Files.write(keyStore, made);
    }
    return new LoopbackCertificate(keyStore);
  }

  private static void make(Path keyStore) throws IOException, InterruptedException {
    Process keytool = new ProcessBuilder(command(keyStore)).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + output);
    }
  }

  /** What a JVM has to be told so that it trusts the certificate. */
  public List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private static List<String> command(Path keyStore) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    return List.of(
        keytool.toString(),
        "-J-XX:TieredStopAtLevel=1",
        "-J-XX:+UseSerialGC",
        "-genkeypair",
        "-alias",
        "loopback",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        keyStore.toString(),
        "-storepass",
        PASSWORD);
  }
}

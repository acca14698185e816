package dev.mcphotfix.testapp.host.keychain;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Keeps one secret for each account, as the keychain of a desktop. Safe for many threads. */
public final class Keychain {
  private final Path file;

  public Keychain(File folder) {
    this.file = new File(folder, "keychain.properties").toPath();
  }

  /** Keeps the secret instead of the one that the account had. */
  public synchronized void setSecret(String account, String secret) throws IOException {
    Properties secrets = read();
    secrets.setProperty(account, secret);
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      secrets.store(writer, null);
    }
  }

  /** The account's secret; an {@link IOException} where there is none. */
  public synchronized String secret(String account) throws IOException {
    String secret = read().getProperty(account);
    if (secret == null) {
      throw new IOException("not logged in");
    }
    return secret;
  }

  private Properties read() throws IOException {
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        secrets.load(reader);
      }
    }
    return secrets;
  }
}

package dev.mcphotfix.testapp.stack;

import java.net.Authenticator;
import java.net.PasswordAuthentication;

/** Who answers when a server asks for Basic authentication. */
final class User extends Authenticator {

  static final String NAME = "user";
  static final String PASSWORD = "password";

  @Override
  protected PasswordAuthentication getPasswordAuthentication() {
    return new PasswordAuthentication(NAME, PASSWORD.toCharArray());
  }
}

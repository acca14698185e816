package dev.mcphotfix.agent.command.attach.jvm;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import org.jspecify.annotations.Nullable;

/** Names of users. */
public final class Users {

  private Users() {}

  /** The user of a process; its number, or a question mark, where there is no name. */
  public static String of(long pid, @Nullable ProcessStatus status) {
    String number = status == null ? "?" : Integer.toString(status.user());
    return Untrusted.name(
        ProcessHandle.of(pid).flatMap(process -> process.info().user()).orElse(number));
  }
}

package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.Names;
import org.jspecify.annotations.Nullable;

/**
 * A class of the application that holds an access and a refresh token.
 *
 * @param readable whether its refresh token has a name that the agent looks for
 * @param slot what its property for the client id is called; null where it has none
 * @param changeable whether that property can be set, or a copy be made that has it
 */
public record RecordType(String name, boolean readable, @Nullable String slot, boolean changeable) {

  /** Why a rule would leave records of this class alone; null where it would not. */
  public @Nullable String obstacle() {
    if (!readable) {
      return "its refresh token has another name than refreshToken, so the agent cannot read it";
    }
    if (slot == null) {
      return "it has no place for a client id";
    }
    return changeable ? null : "its client id cannot be changed, nor a copy be made with another";
  }

  /** Its name and what it has, for people. */
  public String describe() {
    String tokens = Names.withArticle(name) + ", which has an access and a refresh token";
    return slot == null ? tokens : tokens + " and a " + slot;
  }
}

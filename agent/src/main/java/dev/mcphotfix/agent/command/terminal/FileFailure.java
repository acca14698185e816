package dev.mcphotfix.agent.command.terminal;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: many exceptions say no more than its name. */
public final class FileFailure {

  private FileFailure() {}

  /** Completes a sentence such as "cannot be read: ". */
  public static String words(Exception failure) {
    if (failure instanceof AccessDeniedException || isDenied(failure)) {
      return "this user may not";
    }
    if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
      return "it, or its folder, is not there";
    }
    if (failure instanceof InvalidPathException) {
      return "no file can have this name";
    }
    String reason =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return reason == null ? "the system does not say why" : Untrusted.line(reason);
  }

  /** The older classes have one exception for both, which ends with the system's own words. */
  private static boolean isDenied(Exception failure) {
    String message = failure.getMessage();
    return failure instanceof FileNotFoundException
        && message != null
        && (message.endsWith("(Permission denied)") || message.endsWith("(Access is denied)"));
  }
}

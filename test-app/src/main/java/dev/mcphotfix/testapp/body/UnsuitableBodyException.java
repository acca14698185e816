package dev.mcphotfix.testapp.body;

/** A way of a library is not meant for such a body, and what came of it would say nothing. */
final class UnsuitableBodyException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}

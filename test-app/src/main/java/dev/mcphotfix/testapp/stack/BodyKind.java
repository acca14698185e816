package dev.mcphotfix.testapp.stack;

/** How an application hands a body to its HTTP library. */
public enum BodyKind {
  /** A text, or the nearest that the library has. */
  TEXT,
  /** An array of bytes. */
  BYTES,
  /** A stream that can be read once and whose length is not told. */
  STREAM,
  /** The library's own builder of forms, where it has one; else a text. */
  FORM
}

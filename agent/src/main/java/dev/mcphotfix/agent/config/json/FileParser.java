package dev.mcphotfix.agent.config.json;

import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.core.util.BufferRecycler;

/**
 * Jackson's parser of UTF-8, made without its factory: to verify that, the JVM loads all other
 * parsers and generators, which takes as long as the reading itself, and the client may wait for
 * it.
 */
final class FileParser {

  private FileParser() {}

  /** With comments, as in Java. */
  static JsonParser of(byte[] content) {
    IOContext context =
        new IOContext(
            StreamReadConstraints.defaults(),
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            new OneUse(),
            ContentReference.unknown(),
            false,
            null);
    ByteQuadsCanonicalizer names =
        ByteQuadsCanonicalizer.createRoot()
            .makeChildOrPlaceholder(TokenStreamFactory.Feature.collectDefaults());
    return new UTF8StreamJsonParser(
        ObjectReadContext.empty(),
        context,
        StreamReadFeature.collectDefaults(),
        JsonReadFeature.collectDefaults() | JsonReadFeature.ALLOW_JAVA_COMMENTS.getMask(),
        null,
        names,
        content,
        0,
        content.length,
        0,
        false);
  }

  /** To take buffers back, Jackson links lambdas; there is one file to read. */
  private static final class OneUse extends BufferRecycler {

    @Override
    public void releaseByteBuffer(int kind, byte[] buffer) {
      // It is not used again.
    }

    @Override
    public void releaseCharBuffer(int kind, char[] buffer) {
      // It is not used again.
    }
  }
}

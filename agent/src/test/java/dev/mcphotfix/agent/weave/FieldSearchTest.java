package dev.mcphotfix.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.weave.bytecode.FieldSignature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which field a name means, by classes of the JDK. */
class FieldSearchTest {

  @Test
  void findsAPrivateFieldOfTheClassItself() throws IOException {
    assertThat(find("java/util/Random", "nextNextGaussian"))
        .extracting(FieldSignature::owner, FieldSignature::descriptor, FieldSignature::isFinal)
        .containsExactly("java/util/Random", "D", false);
  }

  @Test
  void findsAProtectedFieldAboveInAnotherPackage() throws IOException {
    assertThat(find("sun/net/www/protocol/http/HttpURLConnection", "fixedContentLength"))
        .extracting(FieldSignature::owner, FieldSignature::descriptor)
        .containsExactly("java/net/HttpURLConnection", "I");
  }

  @Test
  void findsAFieldOfThePackageAboveInTheSameOne() throws IOException {
    assertThat(find("java/util/LinkedHashMap", "size"))
        .extracting(FieldSignature::owner)
        .isEqualTo("java/util/HashMap");
  }

  @Test
  void leavesAPrivateFieldAboveAlone() throws IOException {
    assertThat(find("java/util/Hashtable", "count")).isNotNull();
    assertThat(find("java/util/Properties", "count")).isNull();
  }

  @Test
  void leavesAFieldOfAnotherPackageAboveAlone() throws IOException {
    assertThat(find("java/util/zip/ZipEntry", "csize")).isNotNull();
    assertThat(find("java/util/jar/JarEntry", "csize")).isNull();
  }

  @Test
  void findsNothingOfAnotherName() throws IOException {
    assertThat(find("java/util/LinkedHashMap", "sizes")).isNull();
  }

  @Test
  void findsNothingWhereASuperclassCannotBeRead() throws IOException {
    byte[] classFile = read("java/util/LinkedHashMap");

    assertThat(
            FieldSearch.find(
                classFile,
                "size",
                new ClassLoader(null) {
                  @Override
                  public @Nullable InputStream getResourceAsStream(String name) {
                    return null;
                  }
                }))
        .isNull();
  }

  private static @Nullable FieldSignature find(String className, String name) throws IOException {
    return FieldSearch.find(read(className), name, null);
  }

  private static byte[] read(String className) throws IOException {
    return Objects.requireNonNull(Implementations.read(className, null));
  }
}

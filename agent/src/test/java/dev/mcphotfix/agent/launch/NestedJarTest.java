package dev.mcphotfix.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class NestedJarTest {

  private static final byte[] LARGE = "text ".repeat(10_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void readsWhatIsDeflatedAndWhatIsStored() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("deflated"));
      zip.write(LARGE);
      zip.putNextEntry(stored("stored"));
      zip.write(LARGE);
    }

    NestedJar jar = new NestedJar(bytes.toByteArray());

    assertThat(jar.read("deflated")).isEqualTo(LARGE);
    assertThat(jar.read("stored")).isEqualTo(LARGE);
    assertThat(jar.read("absent")).isNull();
  }

  private static ZipEntry stored(String name) {
    CRC32 checksum = new CRC32();
    checksum.update(LARGE);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(LARGE.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}

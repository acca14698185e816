package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages say about the build and the jar is what is there. */
class BuildTest {

  @Test
  void runsTheReadmesTestCommandInContinuousIntegration() {
    List<String> lines = Document.read(".ci/run").lines();

    String last = lines.get(lines.size() - 1);

    assertThat(last).isEqualTo(Document.read("README.md").blocks("sh").get(1));
  }

  @Test
  void canRunContinuousIntegrationAsACommand() {
    Path script = Document.root().resolve(".ci/run");

    assertThat(script).isExecutable();
    assertThat(Document.read(script).lines())
        .startsWith("#!/usr/bin/env bash")
        .contains("set -euo pipefail");
  }

  @Test
  void keepsTheReadmeToOnePage() {
    assertThat(Document.read("README.md").lines()).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void givesTheLicenceOfEveryLibraryInTheJar() throws IOException {
    Path licences = Document.root().resolve("agent/src/main/resources/META-INF/licenses");
    String notice = Files.readString(licences.resolve("NOTICE.txt"));
    List<String> included =
        Document.read("agent/pom.xml").lines().stream()
            .filter(line -> line.strip().startsWith("<include>"))
            .map(line -> line.replaceAll(".*:|</include>", ""))
            .toList();

    assertThat(included)
        .containsExactlyInAnyOrder(
            "byte-buddy", "jackson-core", "slf4j-api", "picocli", "jtoml-api", "jtoml-internals");
    assertThat(notice).contains("Byte Buddy", "Jackson core", "SLF4J API", "picocli", "JToml");
    assertThat(licences.resolve("Apache-2.0.txt")).content().contains("Version 2.0, January 2004");
    assertThat(licences.resolve("SLF4J.txt")).content().contains("QOS.ch", "free  of charge");
  }
}

package dev.mcphotfix.agent.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Opens the jar that operators get. */
final class PackagedJarIT {

  private static final File JAR = new File("target/mcp-oauth-hotfix-agent.jar");
  private static final String AGENT = "dev/mcphotfix/agent.jar";
  private static final String ADVICE = "dev/mcphotfix/advice.jar";
  private static final String COMMANDS = "dev/mcphotfix/commands.jar.gz";

  @Test
  void hasNothingAtItsTopThatAHostCouldTripOver() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      List<String> names = jar.stream().map(JarEntry::getName).toList();

      assertThat(names)
          .isNotEmpty()
          .allMatch(
              name ->
                  name.equals("META-INF/MANIFEST.MF")
                      || name.startsWith("META-INF/licenses/")
                      || name.equals(AGENT)
                      || name.equals(ADVICE)
                      || name.equals(COMMANDS)
                      || name.startsWith("dev/mcphotfix/agent/"));
    }
  }

  @Test
  void loadsNoLibraryBesideTheNestedJars() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      List<String> classes =
          jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .hasSizeLessThan(20)
          .allMatch(
              name -> name.matches("dev/mcphotfix/agent/((bridge|launch)/)?[A-Za-z-]+\\.class"));
    }
  }

  @Test
  void hasEveryLibraryRelocated() throws IOException {
    List<String> nested = new ArrayList<>(names(AGENT));
    nested.addAll(names(ADVICE));
    nested.addAll(commands());

    assertThat(nested)
        .contains("dev/mcphotfix/shaded/bytebuddy/ByteBuddy.class")
        .contains("dev/mcphotfix/shaded/picocli/CommandLine.class")
        .allMatch(name -> name.startsWith("META-INF/") || name.startsWith("dev/"))
        .noneMatch(name -> name.startsWith("META-INF/services/"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void keepsFromTheAgentWhatOnlyTheCommandLineNeeds() throws IOException {
    assertThat(names(AGENT))
        .contains("dev/mcphotfix/agent/startup/Startup.class")
        .noneMatch(name -> name.contains("/picocli/"))
        .noneMatch(name -> name.contains("/jtoml/"))
        .noneMatch(name -> name.contains("/agent/command/"))
        .doesNotContainAnyElementsOf(commands());
    assertThat(commands())
        .contains("dev/mcphotfix/agent/command/HotfixCommand.class")
        .contains("dev/mcphotfix/agent/command/scan/ScanCommand.class")
        .contains("dev/mcphotfix/shaded/jtoml/io/ExpressionReader.class");
  }

  @Test
  void isAnAgentForBothDoors() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Premain-Class"))
          .isEqualTo("dev.mcphotfix.agent.HotfixAgent")
          .isEqualTo(manifest.getValue("Agent-Class"));
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void isACommandThroughTheOneDoorBesides() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Main-Class"))
          .isEqualTo("dev.mcphotfix.agent.launch.CommandLineLaunch");
    }
  }

  @Test
  void staysBelowFiveMegabytes() {
    assertThat(JAR.length()).isLessThan(5_000_000);
  }

  @Test
  void hasTheLinesOfItsLibrariesButNotTheNamesOfTheirVariables() throws IOException {
    try (JarFile jar = new JarFile(JAR);
        JarInputStream agent = new JarInputStream(jar.getInputStream(jar.getJarEntry(ADVICE)))) {
      while (!agent
          .getNextJarEntry()
          .getName()
          .equals("dev/mcphotfix/shaded/bytebuddy/asm/Advice.class")) {}

      assertThat(new String(agent.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("LineNumberTable")
          .doesNotContain("LocalVariableTable");
    }
  }

  private static List<String> names(String nestedJar) throws IOException {
    try (JarFile jar = new JarFile(JAR);
        InputStream stream = jar.getInputStream(jar.getJarEntry(nestedJar))) {
      return names(stream);
    }
  }

  private static List<String> commands() throws IOException {
    try (JarFile jar = new JarFile(JAR);
        InputStream stream = new GZIPInputStream(jar.getInputStream(jar.getJarEntry(COMMANDS)))) {
      return names(stream);
    }
  }

  private static List<String> names(InputStream nested) throws IOException {
    try (JarInputStream entries = new JarInputStream(nested)) {
      List<String> names = new ArrayList<>();
      for (JarEntry entry = entries.getNextJarEntry();
          entry != null;
          entry = entries.getNextJarEntry()) {
        names.add(entry.getName());
      }
      return names;
    }
  }
}

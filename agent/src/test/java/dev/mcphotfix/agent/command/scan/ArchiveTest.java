package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import dev.mcphotfix.agent.command.scan.candidate.Seen;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars inside jars, and what is said where something cannot be read; the rest always is. */
class ArchiveTest {

  @TempDir private Path folder;
  private Path application;

  @BeforeEach
  void compile() throws IOException {
    application =
        Compiled.classes(
            folder,
            "package com.acme; class Credential { String accessToken, refreshToken, clientId; }",
            "package com.acme; class Vault { void save(Credential credential) {} }");
  }

  @Test
  void readsTheClassesOfASpringBootJarBeforeItsLibraries() throws IOException {
    Path library =
        Compiled.classes(
            folder,
            "package org.lib; class Token { String accessToken, refreshToken, clientId; }",
            "package org.lib; class Vault { void save(Token token) {} }");
    Path jar = Compiled.jar(folder.resolve("lib.jar"), "", library);
    Path boot = Files.createDirectories(folder.resolve("boot/BOOT-INF/lib"));
    Files.copy(jar, boot.resolve("lib.jar"));
    copy(application, folder.resolve("boot/BOOT-INF/classes"));

    Found found = Found.in(Compiled.jar(folder.resolve("boot.jar"), "", folder.resolve("boot")));

    assertThat(found.methods(Role.SAVE))
        .containsExactly("com.acme.Vault#save", "org.lib.Vault#save");
    assertThat(found.configuration()).contains("comes in a jar that the application carries");
    assertThat(found.result().problems()).isEmpty();
  }

  @Test
  void readsAWarInsideAnEarInsideAFolder() throws IOException {
    Path war = Compiled.jar(folder.resolve("a.war"), "WEB-INF/classes/", application);
    Path deployed = Files.createDirectories(folder.resolve("deployed/apps"));
    Files.write(deployed.resolve("a.ear"), zip("a.war", Files.readAllBytes(war)));

    Found found = Found.in(folder.resolve("deployed"));

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#save -> arg0");
    assertThat(found.result().classes()).isEqualTo(2);
  }

  @Test
  void saysWhatIsNotThereAndReadsTheRest() {
    Found found = Found.in(folder.resolve("nowhere.jar"), application);

    assertThat(found.result().problems())
        .containsExactly(
            folder.resolve("nowhere.jar") + ": no such file or folder; correct the path");
    assertThat(found.rules(Role.SAVE)).hasSize(1);
  }

  @Test
  void saysWhatIsNoJarAndReadsTheRest() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    Found found = Found.in(text, application);

    assertThat(found.result().problems())
        .containsExactly(text + ": no jar, or a damaged one; left out");
    assertThat(found.rules(Role.SAVE)).hasSize(1);
  }

  @Test
  void saysWhichClassFileIsDamagedAndReadsTheRest() throws IOException {
    Files.writeString(application.resolve("Broken.class"), "no class");
    byte[] cut = Files.readAllBytes(application.resolve("com/acme/Vault.class"));
    Files.write(application.resolve("Cut.class"), java.util.Arrays.copyOf(cut, cut.length / 2));

    Found found = Found.in(application);

    assertThat(found.result().problems())
        .hasSize(2)
        .allMatch(line -> line.contains("no class file, a damaged one, or one of a newer Java"));
    assertThat(found.rules(Role.SAVE)).hasSize(1);
  }

  @Test
  void saysWhichInnerJarIsDamagedAndReadsTheRest() throws IOException {
    Files.writeString(application.resolve("inner.jar"), "no jar");

    Found found = Found.in(Compiled.jar(folder.resolve("outer.jar"), "", application));

    assertThat(found.result().problems())
        .containsExactly(
            folder.resolve("outer.jar")
                + "!/inner.jar: no jar, or an empty or damaged one; left out");
    assertThat(found.rules(Role.SAVE)).hasSize(1);
  }

  @Test
  void goesNoDeeperThanAnybodyDeploys() throws IOException {
    byte[] jar = Files.readAllBytes(Compiled.jar(folder.resolve("a.jar"), "", application));
    for (int depth = 0; depth < 6; depth++) {
      jar = zip("inner.jar", jar);
    }
    Path deep = Files.write(folder.resolve("deep.jar"), jar);

    Found found = Found.in(deep);

    assertThat(found.result().classes()).isZero();
    assertThat(found.result().problems()).singleElement().asString().contains("4 archives deep");
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    File jar = Compiled.jar(folder.resolve("a.jar"), "", application).toFile();
    List<Long> reached = new ArrayList<>();

    ScanResult.of(
        List.of(jar), true, Seen.NOTHING, (done, total) -> reached.add(100 * done / total));

    assertThat(reached).isSorted().last().isEqualTo(100L);
    assertThat(reached).contains(50L);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}

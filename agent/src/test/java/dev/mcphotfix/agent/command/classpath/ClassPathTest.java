package dev.mcphotfix.agent.command.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.ApplicationFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  private static final byte[] OLD = {8};
  private static final byte[] NEW = {17};

  @TempDir private Path folder;
  private final UnreadFiles unread = new UnreadFiles();

  @Test
  void showsWhatThisJavaWouldSeeOfAJarForSeveral() throws IOException {
    Path jar = versioned("Multi-Release: true").zippedTo(folder.resolve("a.jar"));

    try (ClassPath classPath = open(jar)) {
      assertThat(classPath.classNames()).containsExactly("com/acme/Store");
      assertThat(classPath.read("com/acme/Store")).isEqualTo(NEW);
    }
  }

  @Test
  void showsTheSameOfAJarInsideAJar() throws IOException {
    Path jar =
        new ApplicationFiles()
            .withFile("lib/a.jar", versioned("Multi-Release: true").zipped())
            .zippedTo(folder.resolve("outer.jar"));

    try (ClassPath classPath = open(jar)) {
      assertThat(classPath.read("com/acme/Store")).isEqualTo(NEW);
    }
  }

  @Test
  void leavesOutVersionsThatAJarDoesNotSayItHas() throws IOException {
    Path jar = versioned("Created-By: us").zippedTo(folder.resolve("a.jar"));

    try (ClassPath classPath = open(jar)) {
      assertThat(visited(classPath)).containsExactly(jar + "!/com/acme/Store.class");
      assertThat(classPath.read("com/acme/Store")).isEqualTo(OLD);
    }
  }

  @Test
  void namesTheClassesOfAnUnpackedWebApplicationInAFolder() throws IOException {
    Path deployed = folder.resolve("deployed");
    new ApplicationFiles()
        .withFile("WEB-INF/classes/com/acme/Store.class", OLD)
        .unpackedTo(deployed.resolve("apps/a.war"));

    try (ClassPath classPath = open(deployed)) {
      assertThat(classPath.classNames()).containsExactly("com/acme/Store");
      assertThat(classPath.loader("com/acme/Store"))
          .extracting(ClassLoader::getName)
          .isEqualTo(deployed.toString());
    }
  }

  @Test
  void knowsAClassFileThatIsNamedByItself() throws IOException {
    new ApplicationFiles().with("", ClassPathTest.class, List.class).unpackedTo(folder);
    String name = ClassPathTest.class.getName().replace('.', '/');

    try (ClassPath classPath = open(folder.resolve(name + ".class"))) {
      assertThat(classPath.classNames()).containsExactly(name);
      assertThat(classPath.read(name)).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
    }
  }

  @Test
  void knowsTheClassesOfAFolderAboveTheirRootAndOfOneBelow() throws IOException {
    new ApplicationFiles()
        .with("target/classes/", ClassPathTest.class, List.class)
        .unpackedTo(folder);
    String name = ClassPathTest.class.getName().replace('.', '/');

    try (ClassPath above = open(folder);
        ClassPath below = open(folder.resolve("target/classes/dev/mcphotfix"))) {
      assertThat(above.classNames()).containsExactly(name, "java/util/List");
      assertThat(below.classNames()).containsExactly(name);
      assertThat(below.read(name)).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
    }
  }

  @Test
  void findsJarsOfFoldersBelowButOnlyThoseBesideAStar() throws IOException {
    Path jar = versioned("Created-By: us").zippedTo(folder.resolve("a.JAR"));
    Path below = Files.createDirectories(folder.resolve("lib/more"));
    Path other = versioned("Created-By: us").zippedTo(below.resolve("b.ear"));

    try (ClassPath all = open(folder);
        ClassPath beside = new ClassPath(unread)) {
      beside.addJarsIn(folder.toFile());

      assertThat(visited(all))
          .containsExactly(jar + "!/com/acme/Store.class", other + "!/com/acme/Store.class");
      assertThat(visited(beside)).containsExactly(jar + "!/com/acme/Store.class");
    }
  }

  @Test
  void readsAJarOnceThatIsNamedAgain() throws IOException {
    Path jar =
        new ApplicationFiles()
            .withFile(
                "META-INF/MANIFEST.MF", manifest("Class-Path: a.jar ./ mailto:nobody lib/none.jar"))
            .withFile("com/acme/Store.class", OLD)
            .zippedTo(folder.resolve("a.jar"));

    try (ClassPath classPath = open(jar)) {
      assertThat(visited(classPath)).hasSize(1);
      assertThat(unread.lines())
          .containsExactly(
              jar + ": has a manifest that cannot be read; its class path is left out");
    }
  }

  @Test
  void unpacksNoMoreThanItsBudget() throws IOException {
    byte[] zeros = new ApplicationFiles().withFile("zeros", new byte[1 << 20]).zipped();
    byte[] inner = new ApplicationFiles().withFile("inner.jar", zeros).zipped();
    Path bomb =
        new ApplicationFiles().withFile("a.jar", inner).zippedTo(folder.resolve("bomb.jar"));

    try (ClassPath classPath = new ClassPath(unread, () -> new Budget(zeros.length, 100))) {
      classPath.add(bomb.toFile());
    }

    assertThat(zeros.length).isLessThan(1 << 12);
    assertThat(unread.lines()).singleElement().asString().contains("unpacks to more than is");
  }

  @Test
  void readsNoMoreOfItsClassesThanItsBudget() throws IOException {
    Path bomb =
        new ApplicationFiles()
            .withFile("A.class", new byte[1 << 20])
            .withFile("B.class", new byte[1 << 20])
            .zippedTo(folder.resolve("bomb.jar"));

    try (ClassPath classPath = new ClassPath(unread, () -> new Budget(1 << 20, 100))) {
      classPath.add(bomb.toFile());

      assertThat(visited(classPath)).containsExactly(bomb + "!/A.class");
    }
    assertThat(unread.lines()).singleElement().asString().contains("unpacks to more than is");
  }

  @Test
  void readsNoMoreEntriesThanItsBudget() throws IOException {
    Path jar =
        new ApplicationFiles()
            .withFile("A.class", OLD)
            .withFile("B.class", NEW)
            .zippedTo(folder.resolve("two.jar"));

    try (ClassPath classPath = new ClassPath(unread, () -> new Budget(1 << 19, 1))) {
      classPath.add(jar.toFile());

      assertThat(visited(classPath)).hasSize(1);
    }
    assertThat(unread.lines()).hasSize(1);
  }

  @Test
  void leavesNoCopyOfAJarInsideAJar() throws IOException {
    Path jar =
        new ApplicationFiles()
            .withFile("lib/a.jar", versioned("Created-By: us").zipped())
            .withFile("lib/b.jar", "no jar".getBytes(StandardCharsets.US_ASCII))
            .zippedTo(folder.resolve("outer.jar"));
    List<String> before = copies();

    open(jar).close();

    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void tellsTheFirstProblemsAndHowManyMore() {
    for (int i = 0; i < 15; i++) {
      unread.add("file\n" + i, "damaged");
    }

    assertThat(unread.lines())
        .hasSize(11)
        .startsWith("file?0: damaged")
        .endsWith("and 5 more of these");
  }

  private ClassPath open(Path path) throws IOException {
    ClassPath classPath = new ClassPath(unread);
    classPath.add(path.toFile());
    return classPath;
  }

  private static List<String> visited(ClassPath classPath) {
    List<String> places = new ArrayList<>();
    classPath.forEach((place, bytes) -> places.add(place));
    return places;
  }

  private static ApplicationFiles versioned(String attribute) {
    return new ApplicationFiles()
        .withFile("META-INF/MANIFEST.MF", manifest(attribute))
        .withFile("com/acme/Store.class", OLD)
        .withFile("META-INF/versions/17/com/acme/Store.class", NEW)
        .withFile("META-INF/versions/999/com/acme/Store.class", new byte[] {99});
  }

  private static byte[] manifest(String attribute) {
    return ("Manifest-Version: 1.0\n" + attribute + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> copies() {
    File temporary = new File(System.getProperty("java.io.tmpdir"));
    return List.of(temporary.list((any, name) -> name.startsWith("mcp-hotfix")));
  }
}

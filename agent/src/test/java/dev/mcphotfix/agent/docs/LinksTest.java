package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

  @ParameterizedTest
  @MethodSource("documents")
  void leadSomewhere(Document document) {
    List<String> relative = document.links().stream().filter(link -> !isAbsolute(link)).toList();

    assertThat(relative).allMatch(link -> resolves(document, link));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void staySecureWhereTheyLeaveTheProject(Document document) {
    List<String> absolute = document.links().stream().filter(LinksTest::isAbsolute).toList();

    assertThat(absolute).allMatch(link -> link.startsWith("https://"));
  }

  @Test
  void reachEveryPageFromTheReadmeOrFromAnother() {
    List<Path> linked =
        Document.all().stream()
            .flatMap(from -> from.links().stream().map(link -> target(from, link)))
            .toList();
    List<Path> pages = documents().stream().skip(1).map(Document::file).toList();

    assertThat(linked).containsAll(pages);
  }

  @Test
  void areNotedWhereTheyLeadNowhere() {
    Document readme = Document.read("README.md");

    assertThat(resolves(readme, "docs/no-such-page.md")).isFalse();
    assertThat(resolves(readme, "docs/configuration.md#no-such-heading")).isFalse();
  }

  private static List<Document> documents() {
    return Document.all();
  }

  private static boolean isAbsolute(String link) {
    return link.contains("://");
  }

  private static boolean resolves(Document from, String link) {
    Path target = target(from, link);
    int hash = link.indexOf('#');
    return hash < 0
        ? Files.exists(target)
        : Files.isRegularFile(target)
            && Document.read(target).anchors().contains(link.substring(hash + 1));
  }

  private static Path target(Document from, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    return path.isEmpty() || isAbsolute(path)
        ? from.file()
        : from.file().resolveSibling(path).normalize();
  }
}

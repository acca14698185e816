package dev.mcphotfix.agent.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project, as far as the tests ask about it. */
record Document(Path file, List<String> lines) {

  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");

  /** The folder that has the README in it, from wherever the tests are run. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Document read(String name) {
    return read(root().resolve(name));
  }

  /** The README and everything in docs. */
  static List<Document> all() {
    try (Stream<Path> files = Files.walk(root().resolve("docs"))) {
      List<Document> documents = new ArrayList<>(List.of(read("README.md")));
      files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(file -> documents.add(read(file)));
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document read(Path file) {
    try {
      return new Document(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of the fenced blocks in that language, in their order. */
  List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    List<String> block = null;
    for (String line : lines) {
      if (block == null && line.equals("```" + language)) {
        block = new ArrayList<>();
      } else if (block != null && line.equals("```")) {
        blocks.add(String.join("\n", block));
        block = null;
      } else if (block != null) {
        block.add(line);
      }
    }
    return blocks;
  }

  /** The rows of all tables whose first column has that heading, without the headings. */
  List<List<String>> rows(String firstHeading) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      List<String> cells = line.startsWith("|") ? cells(line) : List.of();
      if (cells.isEmpty()) {
        inside = false;
      } else if (cells.get(0).equals(firstHeading)) {
        inside = true;
      } else if (inside && !cells.get(0).startsWith("---")) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.length() - 1);
    return Stream.of(inner.split("\\|", -1)).map(String::strip).map(Document::plain).toList();
  }

  private static String plain(String cell) {
    boolean code = cell.length() > 1 && cell.startsWith("`") && cell.endsWith("`");
    return code ? cell.substring(1, cell.length() - 1) : cell;
  }

  /** What the links point to, outside of fenced blocks. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    for (String line : prose()) {
      LINK.matcher(line).results().map(found -> found.group(1)).forEach(links::add);
    }
    return links;
  }

  /** The anchors that the headings get. */
  List<String> anchors() {
    return prose().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines) {
      boolean fence = line.startsWith("```");
      fenced ^= fence;
      if (!fenced && !fence) {
        prose.add(line);
      }
    }
    return prose;
  }

  @Override
  public String toString() {
    return root().relativize(file).toString();
  }
}

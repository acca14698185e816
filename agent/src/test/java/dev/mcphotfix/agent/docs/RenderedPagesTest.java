package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page as a reader's browser shows it. */
final class RenderedPagesTest {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static Stream<Document> pages() {
    return Document.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachLineOfATableIsARowOfOne(Document page) {
    Seen seen = Seen.in(page);

    assertThat(seen.texts).noneMatch(text -> text.startsWith("|"));
    assertThat(seen.rows).isEqualTo(tableLines(page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noListIsCutByAnEmptyLine(Document page) {
    assertThat(Seen.in(page).looseLists).isEmpty();
  }

  /** Without the lines between a head and its rows. */
  private static int tableLines(Document page) {
    int lines = 0;
    for (String line : page.prose()) {
      lines += line.startsWith("|") && !line.startsWith("|--") ? 1 : 0;
    }
    return lines;
  }

  private static final class Seen extends AbstractVisitor {

    private final List<String> texts = new ArrayList<>();
    private final List<String> looseLists = new ArrayList<>();
    private int rows;

    static Seen in(Document page) {
      Seen seen = new Seen();
      PARSER.parse(String.join("\n", page.lines())).accept(seen);
      return seen;
    }

    @Override
    public void visit(Paragraph paragraph) {
      for (Node each = paragraph.getFirstChild(); each != null; each = each.getNext()) {
        if (each instanceof Text text) {
          texts.add(text.getLiteral());
        }
      }
    }

    @Override
    public void visit(CustomNode node) {
      rows += node instanceof TableRow ? 1 : 0;
      visitChildren(node);
    }

    @Override
    public void visit(BulletList list) {
      look(list);
    }

    @Override
    public void visit(OrderedList list) {
      look(list);
    }

    private void look(ListBlock list) {
      if (!list.isTight() && isOfSingleBlocks(list)) {
        looseLists.add(first(list));
      }
      visitChildren(list);
    }

    /** One whose items have several paragraphs has to have empty lines. */
    private static boolean isOfSingleBlocks(ListBlock list) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        if (item.getFirstChild() != item.getLastChild()) {
          return false;
        }
      }
      return true;
    }

    private static String first(Node node) {
      Node each = node;
      while (each.getFirstChild() != null) {
        each = each.getFirstChild();
      }
      return each instanceof Text text ? text.getLiteral() : each.toString();
    }
  }
}

package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import dev.mcphotfix.agent.record.shape.json.JsonEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a repair changes, as a unified diff to look at: with secrets masked, long lines cut. */
final class MaskedDiff {

  private static final int CONTEXT = 3;
  private static final int LONGEST = 160;
  private static final int BEFORE = 60;

  private final List<String> old;
  private final List<String> fresh;

  /** By the number of a line that is changed: how many lines more take its place. */
  private final TreeMap<Integer, Integer> changes = new TreeMap<>();

  private MaskedDiff(JsonDocument document) {
    this.old = lines(MaskedText.of(document.text()));
    this.fresh = lines(MaskedText.of(document.editedText()));
    // What is replaced is no more than a text or null, which have no line's end in them.
    for (JsonEdit edit : document.edits()) {
      int line = lines(document.text().substring(0, edit.start())).size() - 1;
      changes.merge(line, lines(edit.replacement()).size() - 1, Integer::sum);
    }
  }

  /** The lines of the diff; none where nothing changes. */
  static List<String> of(String fileName, JsonDocument document) {
    if (!document.edited()) {
      return List.of();
    }
    List<String> shown = new ArrayList<>(List.of("--- " + fileName, "+++ " + fileName));
    MaskedDiff diff = new MaskedDiff(document);
    int shift = 0;
    for (Integer line = diff.changes.firstKey(); line != null; ) {
      int last = diff.lastNear(line);
      shift = diff.addHunk(line, last, shift, shown);
      line = diff.changes.higherKey(last);
    }
    return shown;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\r\n|\r|\n", -1));
  }

  /** Changes with little between them are shown as one. */
  private int lastNear(int change) {
    int last = change;
    Integer next = changes.higherKey(last);
    while (next != null && next - last - 1 <= 2 * CONTEXT) {
      last = next;
      next = changes.higherKey(last);
    }
    return last;
  }

  /** Answers how many lines more there are up to its end than there were. */
  private int addHunk(int firstChange, int lastChange, int shift, List<String> shown) {
    int start = Math.max(0, firstChange - CONTEXT);
    int end = Math.min(old.size(), lastChange + 1 + CONTEXT);
    int freshStart = start + shift;
    int freshLine = freshStart;
    List<String> hunk = new ArrayList<>();
    for (int line = start; line < end; line++) {
      Integer more = changes.get(line);
      int freshEnd = freshLine + 1 + (more == null ? 0 : more);
      add(more != null, old.get(line), fresh.subList(freshLine, freshEnd), hunk);
      freshLine = freshEnd;
    }
    shown.add(
        "@@ -%d,%d +%d,%d @@"
            .formatted(start + 1, end - start, freshStart + 1, freshLine - freshStart));
    shown.addAll(hunk);
    return freshLine - end;
  }

  private static void add(boolean changed, String line, List<String> after, List<String> hunk) {
    if (!changed) {
      hunk.add(' ' + shortened(line, 0));
      return;
    }
    int place = difference(line, after.get(0));
    hunk.add('-' + shortened(line, place));
    after.forEach(each -> hunk.add('+' + shortened(each, place)));
  }

  private static int difference(String line, String other) {
    int i = 0;
    while (i < line.length() && i < other.length() && line.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String shortened(String line, int place) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int start = Math.max(0, Math.min(place - BEFORE, line.length() - LONGEST));
    int end = Math.min(line.length(), start + LONGEST);
    return (start > 0 ? "..." : "")
        + line.substring(start, end)
        + (end < line.length() ? "..." : "");
  }
}

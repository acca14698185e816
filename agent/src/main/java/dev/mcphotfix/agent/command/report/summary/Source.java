package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.KeptLine;
import dev.mcphotfix.agent.command.log.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one writer, brought into the order of their times, in whatever order they are
 * read. Holds the last {@value #MOST} of them: an entry that comes later than that takes part in
 * the figures, but a request and its answer may then count as not belonging together.
 */
final class Source {

  private static final int MOST = 20_000;

  private final Writer writer;
  private final Exchanges.Settled settled;
  private final List<KeptLine> lines = new ArrayList<>(2);
  private final List<Life> lives = new ArrayList<>(1);

  Source(Writer writer, Exchanges.Settled settled) {
    this.writer = writer;
    this.settled = settled;
    lives.add(new Life(writer, settled));
  }

  void add(KeptLine line) {
    lines.add(line);
    if (lines.size() == MOST) {
      tell(MOST / 2);
    }
  }

  /** The lives that its entries tell of, each to its end, the first one first. */
  List<Life> end() {
    tell(lines.size());
    life().end();
    return lives;
  }

  private void tell(int count) {
    lines.sort(KeptLine.ORDER);
    List<KeptLine> first = lines.subList(0, count);
    first.forEach(this::tell);
    first.clear();
  }

  /** Where the writer does not say which start it is of, a start ends what was before. */
  private void tell(KeptLine line) {
    if (line.isStart() && writer.instance().isEmpty() && !life().isEmpty()) {
      life().end();
      lives.add(new Life(writer, settled));
    }
    life().add(line);
  }

  private Life life() {
    return lives.get(lives.size() - 1);
  }
}

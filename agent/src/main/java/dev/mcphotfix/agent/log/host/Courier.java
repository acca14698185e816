package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;

/** Takes lines from the queue to where they go, one after the other, until the queue ends. */
final class Courier implements Runnable {

  /** Between two looks for the host's logging, in milliseconds. */
  private static final long INTERVAL = 250;

  private final LineQueue queue;
  private final Delivery delivery;

  Courier(LineQueue queue, Delivery delivery) {
    this.queue = queue;
    this.delivery = delivery;
  }

  @Override
  public void run() {
    try {
      for (Line line = queue.first(); line != null; line = queue.first()) {
        if (delivery.deliver(line, queue.isFull())) {
          queue.remove(line);
          tellDropped();
        } else {
          queue.pause(INTERVAL);
        }
      }
    } catch (InterruptedException interrupted) { // By code of the host that ends all threads.
      queue.end();
    }
    for (Line line = queue.firstLeft(); line != null; line = queue.firstLeft()) {
      delivery.deliverLast(line);
      queue.remove(line);
    }
    tellDropped();
  }

  private void tellDropped() {
    long dropped = queue.takeDropped();
    if (dropped > 0) {
      Entry entry = Entry.of(Severity.WARN, Notice.LINES_LOST);
      delivery.deliver(Line.of(entry.with("count", Long.toString(dropped))), true);
    }
  }
}

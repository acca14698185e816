package dev.mcphotfix.agent.oauth.trace;

import java.util.concurrent.TimeUnit;

/**
 * How much is told of one server: {@value #MOST} entries in a minute; of what is more, how many it
 * was. Not thread-safe.
 */
final class Allowance {

  static final int MOST = 60;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private long since;
  private int told;
  private int leftOut;

  Allowance(long now) {
    since = now;
  }

  /** Whether one more is told. */
  boolean takes(long now) {
    if (now - since > MINUTE) {
      since = now;
      told = 0;
    }
    boolean takes = told < MOST;
    told += takes ? 1 : 0;
    leftOut += takes ? 0 : 1;
    return takes;
  }

  /** How many were left out since it was asked last. */
  int takeLeftOut() {
    int count = leftOut;
    leftOut = 0;
    return count;
  }
}

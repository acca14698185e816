package dev.mcphotfix.agent.command.report.trace.diagram;

import java.util.List;

/**
 * Where everybody's line of life stands, and how wide text is. In pixels; the font is one of a
 * fixed width, so that it can be counted.
 *
 * @param shown who takes part, from the left to the right
 * @param narrow whether it is for a small screen
 */
record Lanes(List<Participant> shown, boolean narrow) {

  static final int PADDING = 8;
  private static final int WIDE = 1000;
  private static final int NARROW = 360;
  private static final int TIMES = 84;

  /** A text of so many characters is not broken. */
  private static final int SHORT = 36;

  /** Without who takes no part. */
  static Lanes of(List<Message> messages, boolean narrow) {
    List<Participant> shown =
        List.of(Participant.values()).stream()
            .filter(
                one ->
                    one == Participant.CLIENT
                        || messages.stream()
                            .anyMatch(message -> message.from() == one || message.to() == one))
            .toList();
    return new Lanes(shown, narrow);
  }

  static int width(boolean narrow) {
    return narrow ? NARROW : WIDE;
  }

  int width() {
    return width(narrow);
  }

  /** Where the times end, which stand at the left; nowhere where it is narrow. */
  int times() {
    return TIMES - 2 * PADDING;
  }

  int x(Participant one) {
    return left() + laneWidth() / 2 + shown.indexOf(one) * laneWidth();
  }

  int laneWidth() {
    return (width() - left()) / shown.size();
  }

  private int left() {
    return narrow ? 0 : TIMES;
  }

  int lineHeight() {
    return narrow ? 14 : 16;
  }

  double characterWidth() {
    return narrow ? 6.7 : 7.3;
  }

  /** How many characters there are between two places. */
  int columns(int from, int to) {
    return (int) ((to - from) / characterWidth());
  }

  /** Where the text of a note begins that is so long. */
  int noteStart(Participant one, int length) {
    int wanted = (int) (Math.min(length, SHORT) * characterWidth()) + 1;
    return Math.min(x(one), width() - 2 * PADDING - wanted);
  }
}

package dev.mcphotfix.testapp;

import java.util.ArrayList;
import java.util.List;

/** What the story says must happen, and where it went otherwise. */
final class Claims {
  private final List<String> broken = new ArrayList<>();

  /** Notes the claim, a sentence, where it does not hold. */
  void claim(String sentence, boolean holds) {
    if (!holds) {
      broken.add(sentence);
    }
  }

  /** The claims that did not hold, in the order of the story. */
  List<String> broken() {
    return List.copyOf(broken);
  }
}

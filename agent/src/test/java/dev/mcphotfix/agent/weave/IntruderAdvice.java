package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.Site;

/** Advice that a host's class could not be linked with. */
final class IntruderAdvice {

  private IntruderAdvice() {}

  static String name(Site site) {
    return site.key();
  }
}

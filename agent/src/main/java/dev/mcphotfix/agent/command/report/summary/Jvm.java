package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JVM over its lives. The verdict is about the latest, and what was before is its history, as
 * soon as the latest tells how its requests fare: a start alone proves nothing.
 */
public final class Jvm {

  private final List<Life> lives = new ArrayList<>(1);
  private final JvmState latest = new JvmState();
  private final JvmState earlier = new JvmState();
  private final JvmState all = new JvmState();
  private String instance = "";
  private int judged;

  /** Of lives of which each began when the one before had ended. */
  static Jvm of(List<Life> lives) {
    Jvm jvm = new Jvm();
    jvm.lives.addAll(lives);
    jvm.instance = lives.get(lives.size() - 1).writer().instance();
    jvm.judged = judged(lives);
    for (int i = 0; i < lives.size(); i++) {
      (i < jvm.judged ? jvm.earlier : jvm.latest).add(lives.get(i).state());
      jvm.all.add(lives.get(i).state());
    }
    return jvm;
  }

  private static int judged(List<Life> lives) {
    for (int i = lives.size() - 1; i > 0; i--) {
      if (lives.get(i).state().tellsOfRequests()) {
        return i;
      }
    }
    return 0;
  }

  /** The figures of many. */
  static Jvm together(Collection<Jvm> jvms) {
    Jvm together = new Jvm();
    for (Jvm jvm : jvms) {
      together.lives.addAll(jvm.lives);
      together.latest.add(jvm.latest);
      together.earlier.add(jvm.earlier);
      together.all.add(jvm.all);
    }
    return together;
  }

  /** What was decided since the latest start that tells. */
  Map<Group, Group.Span> latestGroups() {
    return groups(lives.subList(judged, lives.size()));
  }

  /** What was decided before that. */
  Map<Group, Group.Span> earlierGroups() {
    return groups(lives.subList(0, judged));
  }

  private static Map<Group, Group.Span> groups(List<Life> lives) {
    Map<Group, Group.Span> groups = new HashMap<>();
    for (Life life : lives) {
      life.groups().forEach((group, span) -> groups.merge(group, span, Group.Span::and));
    }
    return groups;
  }

  /** How often it was started, as far as the logs tell. */
  public int starts() {
    return lives.size();
  }

  /** Which start the latest is; empty where the log does not say. */
  public String instance() {
    return instance.isEmpty() ? "" : Shown.name(instance);
  }

  /** Since the latest start that tells. */
  public JvmState latest() {
    return latest;
  }

  /** Before that. */
  public JvmState earlier() {
    return earlier;
  }

  /** Over all of its lives. */
  public JvmState all() {
    return all;
  }

  /** Whether somebody should look, by what it did since then. */
  public boolean needsAttention() {
    return latest.needsAttention();
  }

  /** In a few words, how it is, and what was to look at before. */
  public String verdict() {
    return earlier.needsAttention()
        ? latest.verdict() + "; before its latest start: " + earlier.problemsAndCheck()
        : latest.verdict();
  }
}

package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.doctor.Probe.Proof;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.log.Reason;

/**
 * The sentence at the end: whether the agent heals this client, or that it is not known.
 *
 * @param flag with which the client is started
 */
record Prognosis(Findings findings, AgentFlag flag, Mode mode) {

  /** After a probe that has sent something. */
  void after(Proof proof) {
    ProbeVerdict verdict = proof.verdict();
    if (verdict == ProbeVerdict.WORKS_WITHOUT) {
      settle(proof);
      say("The server refreshes without a client id: the agent is not what helps here.", false);
    } else if (verdict == ProbeVerdict.HEALS) {
      healed(proof);
    } else if (verdict == ProbeVerdict.UNKNOWN) {
      say("It is not known whether the agent heals this: " + proof.advice() + '.', false);
    } else {
      say("The agent alone does not heal this: " + verdict.text() + '.', false);
    }
  }

  private void healed(Proof proof) {
    if (mode != Mode.ENFORCE) {
      String text = "mode=" + mode.text() + ": the agent would not add the id";
      findings.add(Probe.SECTION, Finding.problem(text, "leave mode out, or write mode=enforce"));
      say("The agent heals this, but not with mode=" + mode.text() + '.', false);
    } else if (proof.kept()) {
      settle(proof);
      say("The agent heals this. Start the client with", true);
    } else {
      say("The agent heals this. Start the client with the option below, and log in again:", true);
    }
  }

  /** Where nothing was sent. */
  void unproven(boolean recordsKnown, boolean probed) {
    boolean defect = findings.has(Prognosis::isDefect);
    if (probed) {
      say("Nothing is proven, as nothing was sent.", false);
    } else if (!recordsKnown) {
      say(
          "It is not known whether a record lacks the id: add --credentials FILE, and --probe to"
              + " prove what helps.",
          false);
    } else if (defect) {
      say(
          "This looks like the defect, and --probe proves it. A client on the JVM is healed by this"
              + " option, any other by the command repair:",
          true);
    } else if (findings.has(each -> is(each, Reason.RECORD_HAS_CLIENT))) {
      say("No record lacks the id. --probe tells whether a refresh works.", false);
    } else {
      say("No record is known to lack the id: see what is said of each.", false);
    }
  }

  /** What the record lacks is no problem any more. */
  private void settle(Proof proof) {
    findings.settle(
        each -> isDefect(each) && proof.client().serverName().equals(each.facts().get("server")));
  }

  private static boolean isDefect(Finding finding) {
    return is(finding, Reason.RECORD_PATCHED);
  }

  private static boolean is(Finding finding, Reason reason) {
    return reason.code().equals(finding.facts().get("reason"));
  }

  private void say(String sentence, boolean withFlag) {
    findings.conclude(withFlag ? sentence + System.lineSeparator() + "  " + flag.text() : sentence);
    findings.concludeWith("conclusion", sentence);
    if (withFlag) {
      findings.concludeWith("javaagent", flag.text());
    }
  }

  /** Where the configuration cannot be read. */
  static void unread(Findings findings) {
    String sentence = "Nothing else was looked at: correct the configuration first.";
    findings.conclude(sentence);
    findings.concludeWith("conclusion", sentence);
  }
}

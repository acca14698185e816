package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.credential.FoundRecord;
import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.exchange.Echo;
import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes with a token of a file, as its owner has agreed to.
 *
 * @param again reads the file as it is then
 * @param write whether a new refresh token is to be written to it
 */
record Probe(
    CredentialFile file, Supplier<CredentialFile> again, boolean write, Findings findings) {

  static final String SECTION = "Probe";

  /**
   * What it has proven.
   *
   * @param kept whether the file has a refresh token that is good, if there was one
   */
  record Proof(StaticClient client, ProbeVerdict verdict, String advice, boolean kept) {}

  /** Says, before anything is sent, what it may cost. */
  void warn(ProbeCandidate candidate, String endpoint, PrintWriter errors) {
    errors.println(
        "The probe sends the refresh token of %s to %s:"
            .formatted(candidate.client().serverName(), Redaction.url(endpoint)));
    errors.println("first without the client id and, unless that proves enough, with it.");
    errors.println("A server may answer with a new refresh token. The one in the file is used up");
    errors.println(
        write
            ? "then; the new one is written to the file. Close the client before you go on."
            : "then, and you have to log in again, unless you use --write. Close the client"
                + " first.");
    errors.flush();
  }

  /** Why a new token could not be written; null where it can. */
  @Nullable String obstacleToWriting() {
    if (!write) {
      return null;
    }
    Path path = file.tokenPath();
    Path folder = path.toAbsolutePath().getParent();
    return folder != null && Files.isWritable(folder) && Files.isWritable(path)
        ? null
        : path + ": cannot be written; run this as the file's owner";
  }

  /** Sends; null where nothing could be. */
  @Nullable Proof run(ProbeCandidate candidate, String endpoint) {
    StaticClient client = candidate.client();
    String token = candidate.refreshToken();
    try {
      ProbeResult result =
          new RefreshProbe(new TokenEndpoint(endpoint), token, client.clientId()).run();
      String sent = Form.parse("").append("refresh_token", token);
      Echo echo = new Echo(TokenRequest.ofForm(sent, null, null));
      result.findings(echo).forEach(each -> findings.add(SECTION, each));
      String rotated = result.rotated();
      boolean kept = rotated == null || rotated.equals(token) || keep(candidate, rotated);
      return new Proof(client, result.verdict(), result.advice(), kept);
    } catch (IOException e) {
      findings.add(
          SECTION,
          Finding.problem("nothing was sent to " + Redaction.url(endpoint), e.getMessage()));
      return null;
    }
  }

  /** Whether the file has the new token now. */
  private boolean keep(ProbeCandidate candidate, String token) {
    Finding finding = rotated(candidate, token);
    findings.add(SECTION, finding.with("rotated", true));
    return !finding.isProblem();
  }

  private Finding rotated(ProbeCandidate candidate, String token) {
    String usedUp = "the refresh token in " + file.tokenPath() + " is used up";
    if (!write) {
      return Finding.problem(
          usedUp + "; the server gave a new one", "log in again with the client");
    }
    try {
      Path backup = written(candidate, token);
      return Finding.note(
              "the server gave a new refresh token; it was written to " + file.tokenPath())
          .with("written", true)
          .with("backup", backup);
    } catch (UnusableInputException e) {
      return Finding.problem(usedUp + ": " + e.getMessage(), "log in again with the client");
    }
  }

  /** Once more where somebody has written the file meanwhile, but not that token. */
  private Path written(ProbeCandidate candidate, String token) {
    try {
      return written(file, candidate, token);
    } catch (UnusableInputException changed) {
      return written(again.get(), candidate, token);
    }
  }

  private static Path written(CredentialFile file, ProbeCandidate candidate, String token) {
    for (FoundRecord found : file.records()) {
      if (candidate.refreshToken().equals(found.record().refreshToken())) {
        found.record().replaceRefreshToken(token);
        return file.write(Author.DOCTOR);
      }
    }
    throw new UnusableInputException(file.tokenPath(), "it has another one now");
  }
}

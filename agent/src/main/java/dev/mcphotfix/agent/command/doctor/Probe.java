package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.exchange.Echo;
import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Refreshes with a token of a file, as its owner has agreed to. */
record Probe(CredentialFile file, boolean write, Findings findings) {

  static final String SECTION = "Probe";

  /** Says, before anything is sent, what it may cost. */
  void warn(ProbeCandidate candidate, String endpoint, PrintWriter errors) {
    errors.println(
        "The probe sends the refresh token of %s to %s:"
            .formatted(candidate.client().serverName(), Redaction.url(endpoint)));
    errors.println("first without the client id and, only if that is what is missing, with it.");
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
    if (file.shape().equals("mcp-remote")) {
      return "--write does not work with the files of mcp-remote; log in again after a probe";
    }
    Path folder = file.path().toAbsolutePath().getParent();
    return folder != null && Files.isWritable(folder) && Files.isWritable(file.path())
        ? null
        : file.path() + ": cannot be written; run this as the file's owner";
  }

  void run(ProbeCandidate candidate, String endpoint) {
    try {
      String token = candidate.refreshToken();
      ProbeResult result =
          new RefreshProbe(new TokenEndpoint(endpoint), token, candidate.client().clientId()).run();
      String sent = Form.parse("").append("refresh_token", token);
      Echo echo = new Echo(TokenRequest.ofForm(sent, null, null));
      result.findings(echo).forEach(each -> findings.add(SECTION, each));
      String rotated = result.rotated();
      if (rotated != null && !rotated.equals(token)) {
        findings.add(SECTION, rotated(candidate, rotated));
      }
    } catch (IOException e) {
      findings.add(
          SECTION,
          Finding.problem("nothing was sent to " + Redaction.url(endpoint), e.getMessage()));
    }
  }

  private Finding rotated(ProbeCandidate candidate, String token) {
    String usedUp = "the refresh token in " + file.path() + " is used up";
    if (!write) {
      return Finding.problem(usedUp + "; the server gave a new one", "log in again with the client")
          .with("rotated", true);
    }
    try {
      if (!candidate.record().replaceRefreshToken(token)) {
        return Finding.problem(usedUp + "; the new one has no place there", "log in again");
      }
      Path backup = file.write(Author.DOCTOR);
      return Finding.note("the server gave a new refresh token; it was written to " + file.path())
          .with("rotated", true)
          .with("written", true)
          .with("backup", backup);
    } catch (UnusableInputException e) {
      return Finding.problem(usedUp + ": " + e.getMessage(), "log in again with the client")
          .with("rotated", true);
    }
  }
}

package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.body.Setting;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What becomes of the bodies of one client with the agent, by what becomes of them without it.
 *
 * @param client by its name and group
 * @param races the bodies of which a call ends otherwise from one run to the next, without the
 *     agent as well: what arrives is compared, and how the call ends is not
 * @param ended the bodies that break off, and that the client ends: nobody can tell that they are
 *     not whole
 * @param cut the bodies that the client itself cuts to the length that is told, or tells the length
 *     of: the agent sees whole ones
 * @param unseen the bodies that the agent leaves alone, as it cannot wait for them
 * @param late the bodies that it leaves alone where they are not there in time
 */
record ExpectedBodies(
    BodyClient client, Pattern races, Pattern ended, Pattern cut, Pattern unseen, Pattern late) {

  private static final Pattern NONE = Pattern.compile("(?!)");

  private static final Pattern WHOLE =
      Pattern.compile(
          "(\\d+|chunked) (grant_type=refresh_token&refresh_token=r-\\d+)(?=[ ,\\]]|$)");

  private static final Pattern HALF =
      Pattern.compile("(chunked) (grant_type=refresh_token)(?=[ ,\\]]|$)");

  private static final Pattern TOLD = Pattern.compile("configured \\S+ \\S+ told");
  private static final Pattern TOLD_OR_WRITTEN =
      Pattern.compile("configured (\\S+ \\S+ told|written )");

  /** The server answers and closes before the client knows that there is no more to send. */
  private static final Pattern ANSWERED_EARLY = Pattern.compile(" (not-closed|written|empty) ");

  /** Of no length: in one run it breaks off, in another it ends, without the agent as well. */
  private static final Pattern ENDS_OR_BREAKS_OFF = Pattern.compile(" read breaks-off untold");

  private static final String ADDED = "&client_id=" + BodiesRun.ID;

  static ExpectedBodies of(BodyClient client) {
    return new ExpectedBodies(
        client, races(client), ended(client), cut(client), unseen(client), late(client));
  }

  private static Pattern races(BodyClient client) {
    return switch (client.name()) {
      case "KTOR_2_CIO", "KTOR_3_CIO" -> Pattern.compile(" breaks-off "); // Of two exceptions.
      case "KTOR_3_APACHE5" -> Pattern.compile(" read breaks-off "); // Fails, or is interrupted.
      case "KTOR_2_APACHE5" -> ANSWERED_EARLY;
      // May end before it is read.
      case "KTOR_3_OKHTTP", "KTOR_3_JAVA" -> Pattern.compile(" written breaks-off ");
      default -> NONE;
    };
  }

  private static Pattern ended(BodyClient client) {
    return switch (client.group()) {
      case "vertx" -> Pattern.compile(" breaks-off ");
      case BodyClient.REST_CLIENT -> Pattern.compile(" (jetty|simple) breaks-off ");
      default -> NONE;
    };
  }

  private static Pattern cut(BodyClient client) {
    return switch (client.group()) {
      case "apache4", "apache5" -> Pattern.compile(" stream too-long "); // InputStreamEntity
      case "url-connection" -> Pattern.compile(" buffered too-long ");
      default -> NONE;
    };
  }

  private static Pattern unseen(BodyClient client) {
    return switch (client.name()) {
      case "KTOR_2_CIO", "KTOR_3_CIO" -> TOLD_OR_WRITTEN;
      default -> NONE;
    };
  }

  private static Pattern late(BodyClient client) {
    return switch (client.name()) {
      case "APACHE4_5_ASYNC", "APACHE5_0_ASYNC", "KTOR_2_APACHE5" -> TOLD;
      default -> NONE;
    };
  }

  /** As it is compared. One that ended before it was read is an empty one of untold length. */
  String compared(String line) {
    if (client.name().equals("KTOR_2_JAVA") && ENDS_OR_BREAKS_OFF.matcher(line).find()) {
      return line.substring(0, line.indexOf(':'));
    }
    return races.matcher(line).find()
        ? line.replaceFirst(": .* <- ", " <- ").replace("[chunked ]", "[]")
        : line;
  }

  /**
   * What is expected in place of this line.
   *
   * @param with what came with the agent
   */
  String with(String without, List<String> with) {
    String line = compared(without);
    String healed = isHealed(line) ? healed(line) : line;
    return late.matcher(line).lookingAt() && with.contains(line) ? line : healed;
  }

  private boolean isHealed(String line) {
    return line.startsWith(Setting.CONFIGURED + " ")
        && !isTooLong(line)
        && !unseen.matcher(line).lookingAt();
  }

  private boolean isTooLong(String line) {
    return line.contains(" too-long ") && !cut.matcher(line).find();
  }

  /** The ones that are whole have the id, and the length that goes with it if one is told. */
  private String healed(String line) {
    Pattern form = ended.matcher(line).find() ? HALF : WHOLE;
    return form.matcher(line).replaceAll(ExpectedBodies::healed);
  }

  private static String healed(MatchResult whole) {
    String framing = whole.group(1);
    String length =
        framing.equals("chunked")
            ? framing
            : String.valueOf(Integer.parseInt(framing) + ADDED.length());
    return length + ' ' + whole.group(2) + ADDED;
  }
}

package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The record that a person has pointed at. Where in it the refresh token is, and the id if it has a
 * place, is looked for; what is there twice is asked for.
 *
 * @param pointer where it is, to be shown
 * @param all its object and those in it, the nearest first
 */
record PointedRecord(String pointer, List<NestedObject> all) {

  private static final List<String> TOKENS = List.of("refreshToken", "refresh_token");
  private static final List<String> IDS = List.of("clientId", "client_id");

  static PointedRecord of(String pointer, JsonObject object) {
    return new PointedRecord(pointer, NestedObject.all(object));
  }

  /**
   * The record.
   *
   * @param property what the id is called, or the path to it with a dot; null where it is looked
   *     for
   * @param server the configured name that the person gives; null where the record itself says it
   * @throws UnusableInputException where there are several tokens or places for the id, or the
   *     token is in an inner object and there is no place for the id
   */
  StoredRecord record(@Nullable String property, @Nullable String server) {
    NestedObject tokens = tokens();
    NestedObject owner = property == null ? owner(tokens) : all.get(0);
    List<JsonObject> parts =
        Stream.concat(Stream.of(owner.object()), tokens.path().stream()).distinct().toList();
    PartedRecord record = new PartedRecord(parts, owner.object(), false, "serverUrl");
    String name = property == null ? name(owner, tokens) : property;
    return new StoredRecord(record, name, server, server != null);
  }

  /** The outermost that has a token; the record itself where there is none. */
  private NestedObject tokens() {
    List<NestedObject> holders = all.stream().filter(each -> states(each, TOKENS)).toList();
    List<NestedObject> outermost =
        holders.stream().filter(each -> holders.stream().noneMatch(each::isIn)).toList();
    if (outermost.size() > 1) {
      throw new UnusableInputException(
          "several refresh tokens below the pointer \"%s\": %s; point at one record by --pointer"
              .formatted(
                  FoundRecord.shown(pointer),
                  shown(outermost.stream().map(each -> pointer + each.location()))));
    }
    return outermost.isEmpty() ? all.get(0) : outermost.get(0);
  }

  /** Where the id is, or where one is missing; the record itself where it has the token, too. */
  private NestedObject owner(NestedObject tokens) {
    List<NestedObject> places = all.stream().filter(each -> each.nameOf(IDS) != null).toList();
    List<NestedObject> filled = places.stream().filter(each -> states(each, IDS)).toList();
    if (filled.isEmpty() && places.size() > 1) {
      throw new UnusableInputException(
          "several places for the id below the pointer \"%s\"; say which by --property, one of %s"
              .formatted(
                  FoundRecord.shown(pointer), shown(places.stream().map(PointedRecord::property))));
    }
    if (places.isEmpty() && !tokens.location().isEmpty()) {
      throw new UnusableInputException(
          ("no place for the id below the pointer \"%s\"; the token is in %s:"
                  + " point there, or use --property")
              .formatted(
                  FoundRecord.shown(pointer), FoundRecord.shown(pointer + tokens.location())));
    }
    return Stream.concat(filled.stream(), places.stream()).findFirst().orElse(all.get(0));
  }

  /** A new one is written as the token is. */
  private static String name(NestedObject owner, NestedObject tokens) {
    String name = owner.nameOf(IDS);
    if (name != null) {
      return name;
    }
    return "refresh_token".equals(tokens.nameOf(TOKENS)) ? "client_id" : "clientId";
  }

  private static boolean states(NestedObject nested, List<String> names) {
    return names.stream()
        .map(nested.object()::property)
        .anyMatch(value -> value != null && !(value instanceof String text && text.isBlank()));
  }

  private static String property(NestedObject place) {
    return (place.location() + '/' + place.nameOf(IDS)).substring(1).replace('/', '.');
  }

  private static String shown(Stream<String> locations) {
    return locations.map(FoundRecord::shown).limit(5).collect(Collectors.joining(", "));
  }
}

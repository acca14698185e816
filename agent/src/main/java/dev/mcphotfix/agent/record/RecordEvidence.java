package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.oauth.request.RequestForm;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about itself, without any credential.
 *
 * @param place of the id; null where there is none, as a record on the way is not there
 * @param clientId of its own; null where there is none
 * @param refreshable whether it holds a refresh token and is no stub without an access token
 * @param registered whether it shows traces of a dynamic registration (RFC 7591 section 3.2.1)
 * @param issuers that it names
 */
record RecordEvidence(
    @Nullable IdPlace place,
    @Nullable String clientId,
    boolean refreshable,
    boolean registered,
    @Nullable String serverName,
    @Nullable String serverUrl,
    List<String> issuers) {

  private static final String[] REGISTRATION = {
    "clientSecret", "client_secret",
    "registrationAccessToken", "registration_access_token",
    "registrationClientUri", "registration_client_uri",
    "clientIdIssuedAt", "client_id_issued_at",
    "clientSecretExpiresAt", "client_secret_expires_at"
  };

  private static final String[] TELLING = {
    "accessToken", "access_token", "refreshToken", "refresh_token", "serverUrl", "server_url"
  };

  /**
   * @param property the name that the rule gives to the id, or the path to it
   * @throws UnreadableRecordException where the record holds one of the properties twice
   */
  static RecordEvidence of(CredentialRecord record, String property) {
    IdPlace place = IdPlace.in(record, property);
    boolean stub =
        "".equals(record.property("accessToken")) || "".equals(record.property("access_token"));
    return new RecordEvidence(
        place,
        clientId(record, place),
        !stub && refreshToken(record) != null,
        registered(record) || (place != null && registered(place.owner())),
        text(record, "serverName", "server_name"),
        text(record, "serverUrl", "server_url"),
        issuers(record));
  }

  static @Nullable String refreshToken(CredentialRecord record) {
    return text(record, "refreshToken", "refresh_token");
  }

  /** Whether the record's type has a place for a refresh token that can be read. */
  static boolean showsRefreshToken(CredentialRecord record) {
    return record.declares("refreshToken") || record.declares("refresh_token");
  }

  /** Whether this is a credential record itself rather than something that holds some. */
  static boolean isIn(CredentialRecord record) {
    for (String name : TELLING) {
      if (record.property(name) instanceof String) {
        return true;
      }
    }
    return false;
  }

  /** An id that is no text is an id all the same, and nobody's that is configured. */
  private static @Nullable String clientId(CredentialRecord record, @Nullable IdPlace place) {
    Object placed =
        place == null ? null : stated(place.owner(), place.name(), "clientId", "client_id");
    Object id = placed == null ? stated(record, "clientId", "client_id") : placed;
    if (id == null) {
      return null;
    }
    return id instanceof String text ? text : "";
  }

  private static boolean registered(CredentialRecord record) {
    return stated(record, REGISTRATION) != null;
  }

  /** What the first of the properties holds that holds something. */
  private static @Nullable Object stated(CredentialRecord record, String... names) {
    for (String name : names) {
      Object value = record.property(name);
      if (value != null && !(value instanceof String text && missing(text))) {
        return value;
      }
    }
    return null;
  }

  private static List<String> issuers(CredentialRecord record) {
    List<String> issuers = new ArrayList<>();
    add(issuers, text(record, "issuer", "issuer"));
    add(issuers, text(record, "authorizationServerUrl", "authorization_server_url"));
    Object state = record.property("discoveryState");
    CredentialRecord discovery =
        CredentialRecords.nested(state == null ? record.property("discovery_state") : state);
    if (discovery != null) {
      add(issuers, text(discovery, "authorizationServerUrl", "authorization_server_url"));
    }
    return issuers;
  }

  private static void add(List<String> issuers, @Nullable String issuer) {
    if (issuer != null) {
      issuers.add(issuer);
    }
  }

  private static @Nullable String text(CredentialRecord record, String name, String snakeCase) {
    Object value = record.property(name);
    Object either = value == null ? record.property(snakeCase) : value;
    return either instanceof String text && !missing(text) ? text : null;
  }

  /** Hosts write a missing value as nothing, or as what their language calls it. */
  private static boolean missing(String text) {
    return text.isBlank() || RequestForm.isMissing(text);
  }
}

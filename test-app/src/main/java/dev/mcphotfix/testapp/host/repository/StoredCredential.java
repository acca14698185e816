package dev.mcphotfix.testapp.host.repository;

import org.jspecify.annotations.Nullable;

/** A row of the credential table, with a column for the client that nothing ever fills. */
public final class StoredCredential {
  private String serverName = "";
  private @Nullable String clientId;
  private String accessToken = "";
  private String refreshToken = "";
  private long expiresAt;

  public String getServerName() {
    return serverName;
  }

  public void setServerName(String serverName) {
    this.serverName = serverName;
  }

  public @Nullable String getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  public String getAccessToken() {
    return accessToken;
  }

  public void setAccessToken(String accessToken) {
    this.accessToken = accessToken;
  }

  public String getRefreshToken() {
    return refreshToken;
  }

  public void setRefreshToken(String refreshToken) {
    this.refreshToken = refreshToken;
  }

  /** Milliseconds since the epoch. */
  public long getExpiresAt() {
    return expiresAt;
  }

  public void setExpiresAt(long expiresAt) {
    this.expiresAt = expiresAt;
  }
}

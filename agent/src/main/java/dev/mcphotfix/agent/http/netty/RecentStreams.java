package dev.mcphotfix.agent.http.netty;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the streams of one connection of HTTP/2, by their ids; no more than of the
 * latest {@value #MOST}, since those that the client has reset are never answered. Not thread-safe.
 */
final class RecentStreams<T> extends LinkedHashMap<Integer, T> {

  private static final long serialVersionUID = 1;
  private static final int MOST = 100;

  @Override
  protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
    return size() > MOST;
  }
}

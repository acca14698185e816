package dev.mcphotfix.agent.oauth.discovery;

/**
 * How long things may take and be remembered, all in milliseconds.
 *
 * @param total how long a thread of the host waits for one discovery
 * @param fetch how long one connect or one read may take
 * @param success how long what was found is remembered
 * @param failure how long is waited after a failure before the next try
 */
record Limits(long total, int fetch, long success, long failure) {

  static final Limits DEFAULT = new Limits(3_000, 1_000, 3_600_000, 300_000);
}

package dev.mcphotfix.agent.log;

/** What the log tells of beside decisions. */
public enum Notice implements Event {
  SELF_CHECK_OK("self-check ok"),
  SELF_CHECK_FAILED("self-check failed"),
  HOOK_WOVEN("hook woven"),
  HOOK_WAITS("hook waits"),
  HOOK_NOT_WOVEN("hook not woven"),
  CLASS_NOT_WOVEN("class not woven"),
  CLIENT_NOT_HOOKED("client not hooked"),
  HOOK_RETIRED("hook retired"),
  RELOADED("reloaded"),
  DETACHED("detached"),
  HOST_LOG("log of the host"),
  LINES_LOST("lines of log lost"),
  NO_FLIGHT_RECORDER("no jfr"),
  NO_MXBEAN("no mxbean"),
  SPAN_EVENTS("span events"),
  NO_SPAN_EVENTS("no span events"),
  CONFIGURATION("configuration"),
  DISCOVERED("discovered"),
  DISCOVERY_FAILED("discovery failed"),
  TOKEN_RESPONSE("token response"),
  WITNESSED("witnessed"),
  TRACE("trace"),
  DIAGNOSIS("diagnosis");

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}

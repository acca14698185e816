package dev.mcphotfix.testapp;

import java.util.LinkedHashMap;
import java.util.Map;

/** Saves a record by the first class of its own that is loaded. */
final class EagerHost implements EagerRecords {

  private EagerHost() {}

  public static void main(String[] arguments) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("serverName", "s");
    record.put("serverUrl", "https://mcp.example/mcp");
    record.put("refreshToken", "r");
    new EagerHost().save(record);
  }

  @Override
  public void save(Map<String, String> record) {
    System.out.println(record.get("clientId"));
  }
}

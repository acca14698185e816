package dev.mcphotfix.testapp;

import java.util.Map;

/** What a rule names of {@link EagerHost}. */
interface EagerRecords {

  void save(Map<String, String> record);
}

package dev.mcphotfix.agent.log;

/** How much an entry of the log matters to the operator. */
public enum Severity {
  /** Rightly left alone: only of interest when tracing. */
  DEBUG,
  /** Something was changed, or a fact of the installation. */
  INFO,
  /** The operator should look. */
  WARN
}

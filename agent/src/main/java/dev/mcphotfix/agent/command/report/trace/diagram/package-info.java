/** Conversations as sequence diagrams, on a page or each as a picture. */
@NullMarked
package dev.mcphotfix.agent.command.report.trace.diagram;

import org.jspecify.annotations.NullMarked;

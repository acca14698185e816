/** What became of the requests and records, JVM by JVM and life by life. */
@NullMarked
package dev.mcphotfix.agent.command.report.summary;

import org.jspecify.annotations.NullMarked;

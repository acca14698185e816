/** What an application is made of, as far as it has to do with credentials. */
@NullMarked
package dev.mcphotfix.agent.command.scan.application;

import org.jspecify.annotations.NullMarked;

/** What class files say. */
@NullMarked
package dev.mcphotfix.agent.command.scan.classfile;

import org.jspecify.annotations.NullMarked;

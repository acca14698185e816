/** What a class file says, and how woven code finds the bridge. */
@NullMarked
package dev.mcphotfix.agent.weave.bytecode;

import org.jspecify.annotations.NullMarked;

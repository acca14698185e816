/** What is put into a method of the host: a call of the bridge each. */
@NullMarked
package dev.mcphotfix.agent.weave.advice;

import org.jspecify.annotations.NullMarked;

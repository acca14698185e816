/** One file per HTTP stack: take a request of that stack apart, put it together again. */
@NullMarked
package dev.mcphotfix.agent.http;

import org.jspecify.annotations.NullMarked;

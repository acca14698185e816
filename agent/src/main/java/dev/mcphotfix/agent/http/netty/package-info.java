/** Libraries that send through Netty. */
@NullMarked
package dev.mcphotfix.agent.http.netty;

import org.jspecify.annotations.NullMarked;

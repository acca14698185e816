/** All clients that send HTTP through Netty's codec. */
@NullMarked
package dev.mcphotfix.agent.netty;

import org.jspecify.annotations.NullMarked;

/** Named like the packages of a copy of Reactor Netty that a client has moved. */
@NullMarked
package dev.mcphotfix.testapp.reactor.netty;

import org.jspecify.annotations.NullMarked;

/** Clients that send by one event loop. */
@NullMarked
package dev.mcphotfix.testapp.loop;

import org.jspecify.annotations.NullMarked;

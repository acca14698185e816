/** What a run needs around it: servers, a working folder, child JVMs, installed JDKs. */
@NullMarked
package dev.mcphotfix.testapp.world;

import org.jspecify.annotations.NullMarked;

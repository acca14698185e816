/** The one class that woven host code reaches. */
@NullMarked
package dev.mcphotfix.agent.bridge;

import org.jspecify.annotations.NullMarked;

/**
 * HTTP libraries as applications use them: one small client each, and the calls it is asked for.
 */
@NullMarked
package dev.mcphotfix.testapp.stack;

import org.jspecify.annotations.NullMarked;

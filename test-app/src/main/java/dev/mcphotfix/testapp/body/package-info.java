/**
 * Bodies as applications have them, which may come late, lie about their length, break off or never
 * end, and one small client for each HTTP library that sends them.
 */
@NullMarked
package dev.mcphotfix.testapp.body;

import org.jspecify.annotations.NullMarked;

/** The programs whose whole life is measured, each in a JVM of its own. */
@NullMarked
package dev.mcphotfix.testapp.bench.program;

import org.jspecify.annotations.NullMarked;

/** What a single request costs inside a JVM that has been running for a while, by JMH. */
@NullMarked
package dev.mcphotfix.testapp.bench.request;

import org.jspecify.annotations.NullMarked;

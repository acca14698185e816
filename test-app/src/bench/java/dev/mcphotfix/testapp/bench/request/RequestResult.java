package dev.mcphotfix.testapp.bench.request;

/**
 * What one benchmark came to in one fork.
 *
 * @param feature the JDK's major version
 * @param variant with how many servers and rules the agent ran, or that there was none
 * @param nanoseconds of one call
 * @param bytes that one call allocated
 */
public record RequestResult(
    int feature, String variant, String benchmark, double nanoseconds, double bytes) {}

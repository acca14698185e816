package dev.mcphotfix.testapp.server;

import org.jspecify.annotations.Nullable;

/** The parts of an HTTP request on which the token endpoint decides. */
record TokenHttpRequest(
    String method,
    @Nullable String query,
    @Nullable String contentType,
    @Nullable String authorization,
    String body) {}

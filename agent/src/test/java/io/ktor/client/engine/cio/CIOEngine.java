package io.ktor.client.engine.cio;

/** The name of Ktor's own engine, which these tests do without. */
public final class CIOEngine {}

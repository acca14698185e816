package dev.mcphotfix.testapp.stack;

/** What an application gets back: the status, and the whole body as text. */
public record Answer(int status, String body) {}

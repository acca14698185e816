package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;

/**
 * A call that is given a form.
 *
 * @param form index of the argument that is the form
 * @param endpoint index of the argument whose text is the url; -1 without one
 */
public record FormCall(Call call, int form, int endpoint) {}

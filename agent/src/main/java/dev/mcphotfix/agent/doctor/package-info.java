/** What a person would try out by hand at an authorization server. */
@NullMarked
package dev.mcphotfix.agent.doctor;

import org.jspecify.annotations.NullMarked;

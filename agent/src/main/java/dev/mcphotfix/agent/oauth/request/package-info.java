/** A token request taken apart: form, header, grant. */
@NullMarked
package dev.mcphotfix.agent.oauth.request;

import org.jspecify.annotations.NullMarked;

/** OkHttp. */
@NullMarked
package dev.mcphotfix.agent.http.okhttp;

import org.jspecify.annotations.NullMarked;

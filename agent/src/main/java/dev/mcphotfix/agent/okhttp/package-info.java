/** OkHttp: takes its token requests apart and puts them together again. */
@NullMarked
package dev.mcphotfix.agent.okhttp;

import org.jspecify.annotations.NullMarked;

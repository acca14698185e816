/** Records as applications keep them: each shape with its real library, saved, loaded and kept. */
@NullMarked
package dev.mcphotfix.testapp.shape;

import org.jspecify.annotations.NullMarked;

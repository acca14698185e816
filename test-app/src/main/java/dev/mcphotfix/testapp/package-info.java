/** The story of the defect and its remedy, told on one screen. */
@NullMarked
package dev.mcphotfix.testapp;

import org.jspecify.annotations.NullMarked;

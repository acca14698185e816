/** Hosts that run while the agent comes, changes and goes, and what is looked at meanwhile. */
package dev.mcphotfix.testapp.attach;

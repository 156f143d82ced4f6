/**
 * What the depository adds to its message broker: a plugin that Artemis loads from its own class path. Uses nothing of
 * the application, and the application uses nothing of it.
 */
@org.jspecify.annotations.NullMarked
package io.depository.broker;

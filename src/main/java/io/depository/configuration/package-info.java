/** Wiring and settings. */
@org.jspecify.annotations.NullMarked
package io.depository.configuration;

/** The HTTP interface. */
@org.jspecify.annotations.NullMarked
package io.depository.console;

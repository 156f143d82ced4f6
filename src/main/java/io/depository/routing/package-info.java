/** The only room that knows Apache Camel. */
@org.jspecify.annotations.NullMarked
package io.depository.routing;

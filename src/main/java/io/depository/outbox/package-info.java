/** What is to be said: letters, deliveries and attempts. */
@org.jspecify.annotations.NullMarked
package io.depository.outbox;

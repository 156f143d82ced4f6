/** Telling the parties: fan-out, claims and the ports that send. */
@org.jspecify.annotations.NullMarked
package io.depository.dispatch;

/** From bytes to a notification: recognition, limits, MIME, JSON and signatures. */
@org.jspecify.annotations.NullMarked
package io.depository.reading;

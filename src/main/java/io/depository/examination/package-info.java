/** The use case at the centre: prepare, decide, record. */
@org.jspecify.annotations.NullMarked
package io.depository.examination;

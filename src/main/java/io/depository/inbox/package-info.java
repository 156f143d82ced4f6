/** What arrived: documents, receipts and the work they make. */
@org.jspecify.annotations.NullMarked
package io.depository.inbox;

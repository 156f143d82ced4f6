/** Signed notes (C2SP signed-note) and the key that signs the log's. */
@org.jspecify.annotations.NullMarked
package io.depository.register.note;

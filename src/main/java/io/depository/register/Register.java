package io.depository.register;

/** The append-only register, for writing. */
public interface Register {

    /**
     * Locks the register's head for the rest of the caller's transaction, and refuses to work without one. Must be the
     * first statement of that transaction (READ COMMITTED), so that everything read after it is what was committed
     * last. Refuses when the log stands beside or behind the newest checkpoint kept outside the database.
     */
    Append lock();
}

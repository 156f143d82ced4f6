package io.depository.inbox;

/** Starts the next step after a commit, at once and in this process; a short poll covers the other nodes. */
public interface Wake {

    /** There is something to examine. Never blocks, never throws. */
    void examination();

    /** There is something to send. Never blocks, never throws. */
    void dispatch();
}

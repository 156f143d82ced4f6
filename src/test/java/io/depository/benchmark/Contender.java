package io.depository.benchmark;

import io.depository.local.LocalServices;
import java.util.List;

/** One way to take notifications from the broker into the database, on services that nobody has used before. */
interface Contender {

    /** What it is called in the table. */
    String title();

    /** Fills the queues, takes everything from them, and checks that nothing is missing. */
    Lap run(LocalServices services, List<SignedNote> notes) throws Exception;
}

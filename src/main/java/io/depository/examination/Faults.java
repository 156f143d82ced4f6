package io.depository.examination;

import io.depository.inbox.Worklist;
import io.depository.register.RegisterRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a fault of what the examination stands on from a fault that may lie with one arrival. */
final class Faults {

    /**
     * Classes of SQLSTATE that speak of the server and not of the statement's data: connection, transaction state,
     * rollback, resources, lock not available, intervention of an operator, system (PostgreSQL, Appendix A).
     */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Faults() {}

    /** Whether database, disk or register are at fault: it heals by itself or by staff, and no arrival is to blame. */
    static boolean isOfTheSurroundings(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof TransactionException
                    || cause instanceof IOException
                    || cause instanceof Worklist.LeaseLost
                    || cause instanceof RegisterRefused
                    || cause instanceof SQLException sql && isOfTheServer(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The fault in one line, with its root. */
    static String describe(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return fault == root ? String.valueOf(fault) : fault.getClass().getSimpleName() + " by " + root;
    }

    private static boolean isOfTheServer(SQLException fault) {
        String state = fault.getSQLState();
        return state != null && state.length() == 5 && OF_THE_SERVER.contains(state.substring(0, 2));
    }
}

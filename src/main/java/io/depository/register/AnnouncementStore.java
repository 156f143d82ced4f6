package io.depository.register;

import java.util.List;

/** What entries announced, for reading: the history of every date that was told. */
public interface AnnouncementStore {

    /**
     * The announcements of an agreement that can have told or moved a date, in the order of the entries. They are as many
     * as the acts that a decision looks at: lists of authorized bodies and the like are not among them.
     *
     * @param belowEntry only entries with a lower index
     * @throws UnreadableRecord when a record is of no known version
     */
    List<Announced> list(String agreement, long belowEntry);
}

package io.depository.inbox;

import java.util.List;

/** Stores what arrived. The one door through which anything enters the depository. */
public interface Intake {

    /**
     * Stores the arrivals in their order, in one transaction of its own, and wakes the examination. When it returns,
     * they are on disk and the transport may be told so; when it throws, none is stored. Arrivals whose channel key is
     * already stored are passed over.
     *
     * @return how many were new
     */
    int store(List<NewReceipt> arrivals);
}

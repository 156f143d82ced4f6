package io.depository.outbox;

import java.util.List;

/** Where letters wait to be sent. Takes part in the caller's transaction and refuses to work without one. */
public interface Outbox {

    /** Keeps the letters; each circular is also put down for fan-out to its recipients. */
    void keep(List<Letter> letters);

    /** Puts down acknowledgements for delivery on the channels that they answer. */
    void answer(List<Answer> answers);
}

package io.depository.examination;

import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Consequences;
import io.depository.treaty.LegalFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about an arrival. */
sealed interface Decision {

    /** Not yet: the refusal would depend on an earlier arrival that is still undecided. */
    record Wait() implements Decision {}

    /** Nothing to decide and nobody to answer. */
    record SetAside() implements Decision {}

    /** The same bytes again: the letter that answered them answers them again. */
    record Repeat(@Nullable String acknowledgement) implements Decision {}

    /** Given back with questions; nothing has changed. */
    record Returned(List<Finding> errors) implements Decision {}

    /** Held until staff decide. */
    record Held(Bilingual reason) implements Decision {}

    /** Registered, with what follows. */
    record Registered(Notification notification, LegalFact fact, Consequences consequences) implements Decision {}
}

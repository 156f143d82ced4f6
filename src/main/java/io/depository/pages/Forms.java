package io.depository.pages;

import io.depository.review.Instruction;
import io.depository.staff.Submissions;
import io.depository.treaty.Bilingual;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes forms that staff sent: who, why, and only once for each showing of the form. */
@Component
class Forms {

    private final Submissions submissions;

    Forms(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * The instruction in a form.
     *
     * @throws SentTwice when this showing of the form was sent before
     * @throws Instruction.UnfitReason when the reason is missing or cannot be kept; then the form can be sent again
     */
    Instruction take(Principal who, UUID token, String reason) {
        Instruction instruction = Instruction.because(who.getName(), reason);
        if (!submissions.isFirst(token, who.getName())) {
            throw new SentTwice();
        }
        return instruction;
    }

    /** The same showing of a form came twice. What it said was done once at most: the token is taken before anything is. */
    static final class SentTwice extends RuntimeException {

        private static final long serialVersionUID = 1;

        Bilingual explanation() {
            return new Bilingual(
                    "Эта форма уже отправлена; второй раз она не исполняется. Откройте страницу заново: если там ничего не"
                            + " изменилось, отправьте форму оттуда.",
                    "This form was sent already and is not obeyed twice. Open the page again: if nothing has changed there,"
                            + " send the form from there.");
        }
    }
}

package io.depository.console;

import io.depository.review.Instruction;
import io.depository.review.Instruction.UnfitReason;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads who instructs the depository, from the login, and why, from the body; whatever type the body says it is of. */
final class Instructions {

    private static final int LIMIT = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Instructions() {}

    /** The body. */
    record Why(
            @Schema(description = "Why, in one line; kept for ever") @Nullable
            String reason) {}

    /** The instruction, with its reason. Throws {@link UnfitReason} where there is none. */
    static Instruction explained(HttpServletRequest request) throws IOException {
        return Instruction.because(who(request), reason(request).orElseThrow(UnfitReason::missing));
    }

    /** The instruction, with its reason where one is given. */
    static Instruction explainedOrNot(HttpServletRequest request) throws IOException {
        Optional<String> reason = reason(request);
        return reason.isPresent()
                ? Instruction.because(who(request), reason.get())
                : Instruction.unexplained(who(request));
    }

    /** The name of whoever is logged in. */
    static String who(HttpServletRequest request) {
        String who = request.getRemoteUser();
        if (who == null) {
            throw new IllegalStateException("Nobody is logged in, and yet asks for " + request.getRequestURI());
        }
        return who;
    }

    private static Optional<String> reason(HttpServletRequest request) throws IOException {
        byte[] body;
        try (InputStream stream = request.getInputStream()) {
            body = stream.readNBytes(LIMIT + 1);
        }
        if (body.length == 0) {
            return Optional.empty();
        }
        if (body.length > LIMIT) {
            throw UnfitReason.missing();
        }
        try {
            return Optional.ofNullable(JSON.readValue(body, Why.class)).map(Why::reason);
        } catch (JacksonException e) {
            throw UnfitReason.missing();
        }
    }
}

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
        return of(request, reason(request).orElse(null));
    }

    /** The name of whoever is logged in. */
    static String who(HttpServletRequest request) {
        String who = request.getRemoteUser();
        if (who == null) {
            throw new IllegalStateException("Nobody is logged in, and yet asks for " + request.getRequestURI());
        }
        return who;
    }

    /** The instruction, with the reason where one is given. */
    static Instruction of(HttpServletRequest request, @Nullable String reason) {
        return reason == null ? Instruction.unexplained(who(request)) : Instruction.because(who(request), reason);
    }

    /** The body. Throws {@link Unreadable} where it is none of that kind. */
    static <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(bytes(request), type)).orElseThrow(Unreadable::new);
        } catch (JacksonException e) {
            throw new Unreadable();
        }
    }

    /** The body is not what is described. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try (InputStream stream = request.getInputStream()) {
            return stream.readNBytes(LIMIT + 1);
        }
    }

    private static Optional<String> reason(HttpServletRequest request) throws IOException {
        byte[] body = bytes(request);
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

package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.notification.Finding;
import io.depository.register.RegisterRefused;
import io.depository.review.ChannelAddresses;
import io.depository.review.Conflict;
import io.depository.review.Instruction;
import io.depository.review.ProposedKey;
import io.depository.review.Unknown;
import io.depository.treaty.Bilingual;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Says to staff why something is not done (RFC 9457): {@code detail} in English, {@code message} in both languages, and
 * {@code code} where there is one to rely on.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // pages say it in words of their own
class StaffProblems {

    private static final Logger LOG = LoggerFactory.getLogger(StaffProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stranger(AuthenticationException stranger) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"depository\", charset=\"UTF-8\"")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.UNAUTHORIZED,
                        new Bilingual(
                                "Это только для сотрудников депозитария: войдите (HTTP Basic).",
                                "This is for the depository's staff only: log in (HTTP Basic).")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, HttpServletRequest request) {
        LOG.warn("{} was refused a {} for want of a role", request.getRemoteUser(), request.getMethod());
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.FORBIDDEN,
                        new Bilingual(
                                "Ваша роль этого не позволяет; обратитесь к тому, у кого она есть.",
                                "Your role does not allow this; ask somebody whose role does.")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ambiguous(RequestRejectedException ambiguous) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.BAD_REQUEST,
                        new Bilingual(
                                "Адрес читается неоднозначно: уберите из него %00, %2F, // и ;.",
                                "The address can be read in two ways: leave out %00, %2F, // and ;.")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooOften(Allowance.Exhausted exhausted) {
        long seconds = exhausted.seconds();
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        new Bilingual(
                                "Сейчас запросов слишком много; повторите через " + seconds + " с.",
                                "There are too many requests at the moment; ask again in " + seconds + " s.")));
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict conflict) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, conflict.explanation());
        problem.setProperty("code", conflict.code().name());
        if (!conflict.findings().isEmpty()) {
            problem.setProperty(
                    "errors", conflict.findings().stream().map(FindingView::of).toList());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return problem(HttpStatus.NOT_FOUND, unknown.explanation());
    }

    @ExceptionHandler
    ProblemDetail unfit(Instruction.UnfitReason unfit) {
        return problem(HttpStatus.BAD_REQUEST, unfit.explanation());
    }

    @ExceptionHandler
    ProblemDetail unfit(ProposedKey.UnfitKey unfit) {
        return problem(HttpStatus.BAD_REQUEST, unfit.explanation());
    }

    @ExceptionHandler
    ProblemDetail unfit(ChannelAddresses.UnfitAddress unfit) {
        return problem(HttpStatus.BAD_REQUEST, unfit.explanation());
    }

    @ExceptionHandler
    ProblemDetail unreadable(Instructions.Unreadable unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST,
                new Bilingual(
                        "Тело запроса — не тот JSON, который описан в /v3/api-docs.",
                        "The body is not the JSON that /v3/api-docs describes."));
    }

    @ExceptionHandler
    ProblemDetail refused(RegisterRefused refused) {
        LOG.error("The register refuses what staff decided", refused);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Bilingual(
                        "Реестр сейчас не принимает записей; ничего не изменилось, причина в журнале.",
                        "The register takes no entries now; nothing has changed, and the log tells why."));
    }

    /** A rule's refusal, as acknowledgements tell it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(String code, @Nullable String at, Bilingual message) {

        static FindingView of(Finding finding) {
            return new FindingView(finding.code().name(), finding.at(), finding.message());
        }
    }

    private static ProblemDetail problem(HttpStatus status, Bilingual explanation) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, explanation.en());
        problem.setProperty("message", explanation);
        return problem;
    }
}

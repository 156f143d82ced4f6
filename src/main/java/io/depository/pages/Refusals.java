package io.depository.pages;

import io.depository.console.Vantages;
import io.depository.review.Conflict;
import io.depository.review.Instruction;
import io.depository.review.ProposedKey;
import io.depository.review.Unknown;
import io.depository.treaty.Bilingual;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What cannot be shown or done, as a page that says why and what to do. */
@ControllerAdvice(basePackageClasses = Refusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private final Frame frame;

    Refusals(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView unknown(Unknown unknown, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "NOT_FOUND", unknown.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView conflict(Conflict conflict, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, conflict.code().name(), conflict.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView unfit(Instruction.UnfitReason unfit, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "REASON", unfit.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView unfitKey(ProposedKey.UnfitKey unfit, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "KEY", unfit.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView sentTwice(Forms.SentTwice twice, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, "SENT_TWICE", twice.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView outOfHistory(Vantages.OutOfHistory where, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.BAD_REQUEST, "OUT_OF_HISTORY", where.explanation(), locale, request);
    }

    @ExceptionHandler
    ModelAndView unreadable(AgreementPage.Unreadable field, Locale locale, HttpServletRequest request) {
        return page(HttpStatus.BAD_REQUEST, "UNREADABLE", field.explanation(), locale, request);
    }

    private ModelAndView page(
            HttpStatus status, String code, Bilingual explanation, Locale locale, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("pages/problem", status);
        page.addObject("code", code);
        page.addObject("explanation", explanation);
        page.addObject("words", frame.words(locale));
        page.addObject("here", frame.here(request));
        page.addObject("elsewhere", frame.inOtherLanguage(request, locale));
        page.addObject("who", frame.who());
        page.addObject("decides", frame.decides());
        page.addObject("supervises", frame.supervises());
        return page;
    }
}

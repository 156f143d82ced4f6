package io.depository.pages;

import io.depository.staff.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What each page has around what it is about: who is looking, in which language, and what that person may do. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final ZoneId zone;

    Frame(@Value("${depository.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** In the words of the page's language. */
    @ModelAttribute("words")
    Words words(Locale locale) {
        return new Words(locale, zone);
    }

    /** Where the page is. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** The same page, with all that was asked of it, in the other language. */
    @ModelAttribute("elsewhere")
    String inOtherLanguage(HttpServletRequest request, Locale locale) {
        return UriComponentsBuilder.fromPath(here(request))
                .query(request.getQueryString())
                .replaceQueryParam("lang", words(locale).otherLanguage())
                .build()
                .toUriString();
    }

    /** Names one showing of a form: sent twice, it does once what it says. */
    @ModelAttribute("token")
    String token() {
        return UUID.randomUUID().toString();
    }

    /** The name of whoever has logged in; null for anybody else. */
    @ModelAttribute("who")
    @Nullable
    String who() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody != null && has(somebody, Role.VIEWER) ? somebody.getName() : null;
    }

    @ModelAttribute("decides")
    boolean decides() {
        return has(SecurityContextHolder.getContext().getAuthentication(), Role.REGISTRAR);
    }

    @ModelAttribute("supervises")
    boolean supervises() {
        return has(SecurityContextHolder.getContext().getAuthentication(), Role.SUPERVISOR);
    }

    private static boolean has(@Nullable Authentication somebody, Role role) {
        return somebody != null
                && somebody.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role.name()).equals(authority.getAuthority()));
    }
}

package io.depository.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets an address fail to log in only so often, whatever names it tries and by whatever way of logging in. Before the
 * password is compared, since that costs time on purpose; and by address alone, so that nobody can lock another one out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class LoginAttempts extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LoginAttempts.class);

    /** Where a form for logging in is posted to, by Spring Security's default. */
    private static final String FORM = "/login";

    private static final int AT_ONCE = 60;
    private static final int A_MINUTE = 20;

    private final Allowance failures = new Allowance(AT_ONCE, A_MINUTE);
    private final HandlerExceptionResolver problems;

    LoginAttempts(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            failures.takeIfThere(details.getRemoteAddress());
            LOG.warn(
                    "A login from {} failed: {}",
                    details.getRemoteAddress(),
                    failure.getException().getClass().getSimpleName());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean byForm = request.getMethod().equals(HttpMethod.POST.name())
                && request.getRequestURI().equals(FORM);
        return !byForm && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            failures.require(request.getRemoteAddr());
        } catch (Allowance.Exhausted exhausted) {
            problems.resolveException(request, response, null, exhausted);
            return;
        }
        chain.doFilter(request, response);
    }
}

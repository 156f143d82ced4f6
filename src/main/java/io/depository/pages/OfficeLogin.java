package io.depository.pages;

import io.depository.console.SafeHeaders;
import io.depository.staff.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Who may see which page. What lies below {@code /office} is for staff who have logged in by the form: looking for all of
 * them, changing from registrar upwards. The session is a cookie that scripts cannot read and other sites cannot use; each
 * form carries a token against forgery (CSRF).
 */
@Configuration(proxyBeanMethods = false)
class OfficeLogin {

    /** What machines use has a chain of its own, without session or form. */
    private static final List<String> FOR_MACHINES = List.of("/api", "/actuator", "/v3", "/schemas");

    @Bean
    @Order(1)
    SecurityFilterChain whoSeesPages(HttpSecurity http) {
        http.securityMatcher(OfficeLogin::isAPage)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/office/**")
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers("/office/**")
                        .hasRole(Role.REGISTRAR.name())
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/office"))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .exceptionHandling(faults -> faults.accessDeniedHandler(OfficeLogin::refuse))
                .headers(new SafeHeaders());
        return http.build();
    }

    /** A form whose session has ended is not obeyed; who sent it is told so, and logs in again. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException && request.getUserPrincipal() == null) {
            response.sendRedirect(request.getContextPath() + "/login?ended");
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        }
    }

    private static boolean isAPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FOR_MACHINES.stream().noneMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }
}

package io.depository.pages;

import io.depository.console.SafeHeaders;
import io.depository.staff.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

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
                .headers(new SafeHeaders());
        return http.build();
    }

    private static boolean isAPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FOR_MACHINES.stream().noneMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }
}

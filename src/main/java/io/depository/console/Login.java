package io.depository.console;

import io.depository.staff.Account;
import io.depository.staff.Accounts;
import io.depository.staff.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who may ask what. The register, the agreements, the dry run and the notices by which states register keys, which say by
 * their signature whose they are, are open; everything else below {@code /api} is for staff,
 * whatever is added there: looking for all of them, changing from registrar upwards.
 */
@Configuration(proxyBeanMethods = false)
class Login {

    private static final List<String> OPEN = List.of(
            "/api/agreements",
            "/api/register",
            "/api/validate",
            "/api/key-notices",
            "/api/circulars",
            "/api/calendar.ics",
            "/api/feed.atom");

    /** What a state may subscribe to; the rest of what is kept of states is for staff. */
    private static final Pattern OF_A_PARTY = Pattern.compile("/api/parties/[^/]+/(calendar\\.ics|feed\\.atom)");

    private static final String[] OPEN_PATTERNS = Stream.concat(
                    OPEN.stream().map(path -> path + "/**"),
                    Stream.of("/api/parties/*/calendar.ics", "/api/parties/*/feed.atom"))
            .toArray(String[]::new);

    private static final String STAFF = "/api/**";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /** What supervisors alone may do, though it lies where anybody may read. */
    private static final String[] FOR_SUPERVISORS = {"/api/agreements/*/dates", "/api/agreements/*/signatures"};

    @Bean
    SecurityFilterChain staffLogin(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(Login::comesFromAnotherSite)
                        .denyAll()
                        .requestMatchers(HttpMethod.POST, FOR_SUPERVISORS)
                        .hasRole(Role.SUPERVISOR.name())
                        .requestMatchers(OPEN_PATTERNS)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, STAFF)
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers(HttpMethod.HEAD, STAFF)
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers(STAFF)
                        .hasRole(Role.REGISTRAR.name())
                        .anyRequest()
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, refused) -> problems.resolveException(request, response, null, refused)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, refused) -> problems.resolveException(request, response, null, refused)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(new SafeHeaders())
                // No cookie says who somebody is; what browsers send along by themselves is refused by its origin.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** Whether anybody may ask for that path, or below it. */
    static boolean isOpen(String path) {
        return !path.startsWith("/api/")
                || OF_A_PARTY.matcher(path).matches()
                || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    /** A browser sends a password that it has kept along with what another site's page asks it to send. */
    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && !OWN_SITE.contains(site)
                && request.getRequestURI().startsWith("/api/")
                && !request.getMethod().equals(HttpMethod.GET.name());
    }

    /** A path that could be read in two ways is explained like any other bad question. */
    @Bean
    RequestRejectedHandler ambiguousPaths(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, refused) -> problems.resolveException(request, response, null, refused);
    }

    @Bean
    UserDetailsService staffDetails(Accounts accounts) {
        return name -> accounts.find(name)
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .roles(rolesOf(account))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("Nobody of the staff has that name"));
    }

    private static String[] rolesOf(Account account) {
        return account.role().included().stream().map(Role::name).toArray(String[]::new);
    }

    @Bean
    PasswordEncoder staffPasswords() {
        return new StaffPasswords();
    }
}

package health.strand.server;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The implementation guide at {@code /ig}, open to everybody and apart from everything that handles records. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    static final String PATH = "/ig";

    /**
     * A chain of its own: no token is looked at here, so none can be wrong. It takes what the container gives to the guide's
     * servlet and nothing else, so that there are no two opinions on what a path means.
     */
    @Bean
    @Order(1)
    SecurityFilterChain guideGate(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> PATH.equals(request.getServletPath()))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(Customizer.withDefaults())
                .build();
    }

    @Bean
    ServletRegistrationBean<GuideServlet> guide() {
        return new ServletRegistrationBean<>(new GuideServlet(new GuideFiles()), PATH, PATH + "/*");
    }
}

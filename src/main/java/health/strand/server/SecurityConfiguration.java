package health.strand.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.access.AccessPolicy;
import health.strand.access.ImplicitPolicy;
import health.strand.audit.AuditTrail;
import health.strand.careteam.ClinicRoles;
import health.strand.emergency.Emergencies;
import health.strand.enforcement.OpenedRecords;
import health.strand.enforcement.PageEpochs;
import health.strand.enforcement.PageTokens;
import health.strand.enforcement.Requesters;
import health.strand.links.PictureLinks;
import health.strand.receipts.ReceiptSeal;
import health.strand.representation.Representatives;
import health.strand.smart.AccessTokenDecoder;
import health.strand.smart.SmartProperties;
import health.strand.smart.StrongLogIn;
import health.strand.visibility.Clients;
import health.strand.visibility.Epochs;
import health.strand.visibility.VisibleReferences;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Nobody without a token: only the capability statements, what apps find below {@code .well-known} and the keys of receipts
 * are open, and the guide, which has a gate of its own; and what the authorization server signs is taken in. There is no
 * off-switch.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmartProperties.class, StrongLogIn.class})
class SecurityConfiguration {

    private static final String[] OPEN = {
        FhirConfiguration.PATH + "/metadata",
        AppStateConfiguration.PATH + "/metadata",
        DiscoveryConfiguration.SMART,
        BrandServlet.PATH,
        DiscoveryConfiguration.STYLE,
        ReceiptConfiguration.KEYS
    };

    private static final String[] SERVED = {
        FhirConfiguration.PATH,
        FhirConfiguration.PATH + "/**",
        AppStateConfiguration.PATH,
        AppStateConfiguration.PATH + "/**",
        DicomWebServlet.PATH,
        DicomWebServlet.PATH + "/**",
        LaunchServlet.PATH,
        AccessServlet.PATH
    };

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JwtDecoder accessTokenDecoder(SmartProperties properties, Clock clock) {
        return AccessTokenDecoder.of(properties, clock);
    }

    @Bean
    Requesters requesters(
            ClinicRoles roles,
            Clients clients,
            Representatives representatives,
            ImplicitPolicy policy,
            Emergencies emergencies,
            StrongLogIn strong,
            Clock clock) {
        return new Requesters(
                roles,
                clients::role,
                representatives::represented,
                token -> strong.behind(token, clock),
                new OpenedRecords(policy, emergencies::openedBy));
    }

    @Bean
    PageTokens pageTokens(DataSource requests, Clock clock) {
        return new PageTokens(linkKey(requests), clock);
    }

    @Bean
    PictureLinks pictureLinks(DataSource requests) {
        return new PictureLinks(linkKey(requests));
    }

    private static byte[] linkKey(DataSource requests) {
        byte[] key = new JdbcTemplate(requests)
                .queryForObject("select key from strand.page_key order by sealed_since desc limit 1", byte[].class);
        if (key == null) {
            throw new IllegalStateException("the database holds no key for links");
        }
        return key;
    }

    @Bean
    PageEpochs pageEpochs(DataSource requests) {
        return new DatabaseEpochs(new Epochs(requests), new AccessPolicy());
    }

    /** Health and metrics, on their own port only, which is not to be published. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    SecurityFilterChain gate(
            HttpSecurity http,
            JwtDecoder decoder,
            Requesters requesters,
            PageTokens pages,
            PageEpochs epochs,
            PictureLinks links,
            EndedAccess ended,
            AuditTrail trail,
            StrandProperties properties,
            Clock clock)
            throws Exception {
        Refusal refusal = new Refusal();
        EarlyRefusals refusals = new EarlyRefusals(trail);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(origins()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, SecurityEventServlet.PATH)
                        .permitAll()
                        .requestMatchers(SERVED)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .headers(SecurityConfiguration::keepPrivate)
                .addFilterAfter(new LinkFilter(links, refusals, clock), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(
                        new RequesterFilter(ended, refusals, requesters, pages, epochs, properties.base()),
                        BearerTokenAuthenticationFilter.class)
                // after it, in this order: it is known who asks, and nobody has read the body yet
                .addFilterAfter(new BodyLimit(refusals), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new WholeRequest(refusals), BearerTokenAuthenticationFilter.class)
                .build();
    }

    /** Nothing of an answer is kept anywhere on its way, and no page that shows it tells its address. */
    private static void keepPrivate(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "private, no-store"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Browser apps of any origin may ask; without a token they get nothing. */
    private static UrlBasedCorsConfigurationSource origins() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of("*"));
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(
                "Accept-Ranges",
                "Content-Location",
                "Content-Range",
                "ETag",
                "Last-Modified",
                "Location",
                "WWW-Authenticate"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }

    @Bean
    ServletRegistrationBean<LaunchServlet> launches(
            ReceiptSeal seal,
            SmartProperties smart,
            StrandProperties properties,
            VisibleReferences visible,
            ObjectMapper json,
            Clock clock) {
        LaunchHandles handles =
                new LaunchHandles(seal, properties.base(), smart.issuer().toString(), clock);
        return new ServletRegistrationBean<>(
                new LaunchServlet(handles, new AccessPolicy(), visible, json), LaunchServlet.PATH);
    }
}

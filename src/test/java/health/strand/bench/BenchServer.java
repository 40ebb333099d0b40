package health.strand.bench;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.embedded.DataDirectory;
import health.strand.embedded.Progress;
import health.strand.enforcement.HiddenReferences;
import health.strand.enforcement.TrailGate;
import health.strand.projection.Projections;
import health.strand.server.EmbeddedParts;
import health.strand.server.ServerConfiguration;
import health.strand.smart.InTestIssuer;
import health.strand.vault.Bodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/** The real server on a real PostgreSQL, whose policies can be left out of single requests, and tokens for it. */
final class BenchServer implements AutoCloseable {

    private static final String UNBOUND = "strand_unbound";
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final InTestIssuer issuer = new InTestIssuer(Clock.systemUTC());
    private final StatementClock clock = new StatementClock();
    private final DataDirectory data;
    private final EmbeddedParts parts;
    private final ConfigurableApplicationContext context;
    private final IInterceptorService interceptors;
    private final Object lastGate;
    /** Does the same work and lets pass what the database would have left out. */
    private final Object blindGate;

    private final Object trailGate;
    private @Nullable SwitchedPool pool;
    private final Set<Object> takenOff = new HashSet<>();

    BenchServer(BenchOptions options) {
        this.data = DataDirectory.open(options.data());
        this.parts = new EmbeddedParts(data, options.port(), Progress.silent());
        parts.startDatabase();
        makeUnboundRole();
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(parts.settings());
        application.addInitializers(started -> {
            started.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "bench",
                            Map.of(
                                    "strand.smart.issuer",
                                    issuer.issuer().toString(),
                                    "strand.smart.audience",
                                    InTestIssuer.AUDIENCE)));
            started.getBeanFactory().addBeanPostProcessor(new Winding());
        });
        this.context = application.run();
        // copies are made inside the database, of what was decrypted for it: they stay as they are, and nobody encrypts
        // millions
        // of bodies while something is measured; what encryption costs is measured apart (EncryptionCost)
        context.getBean("bodySealing", SmartLifecycle.class).stop();
        this.interceptors = context.getBean(IInterceptorService.class);
        this.lastGate = guard(HiddenReferences.class);
        this.trailGate = guard(TrailGate.class);
        Projections projections =
                (Projections) Objects.requireNonNull(ReflectionTestUtils.getField(lastGate, "projections"));
        this.blindGate = new BlindGate(projections);
        takenOff.add(blindGate);
    }

    private Object guard(Class<?> type) {
        return interceptors.getAllRegisteredInterceptors().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** Winds the switch around the server's pool. */
    private final class Winding implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!"requests".equals(name) || !(bean instanceof DataSource requests)) {
                return bean;
            }
            SwitchedPool wound =
                    new SwitchedPool(requests, parts.database().request().url(), UNBOUND, data.secret(UNBOUND), clock);
            pool = wound;
            return wound;
        }
    }

    private void makeUnboundRole() {
        JdbcTemplate superuser = superuser();
        if (superuser
                .queryForList("select 1 from pg_roles where rolname = ?", UNBOUND)
                .isEmpty()) {
            superuser.execute("create role " + UNBOUND + " login bypassrls password '" + data.secret(UNBOUND) + "'");
            superuser.execute("grant strand_request to " + UNBOUND);
        }
        superuser.execute("grant connect on database strand to " + UNBOUND);
    }

    /** The database as nobody in production has it. */
    JdbcTemplate superuser() {
        return new JdbcTemplate(new DriverManagerDataSource(
                parts.database().request().url(), "postgres", data.secret("postgres-superuser")));
    }

    /** What reads the bodies in the database. */
    Bodies bodies() {
        return context.getBean(Bodies.class);
    }

    StatementClock clock() {
        return clock;
    }

    URI base() {
        return URI.create(parts.ports().fhirBase());
    }

    /** A token of the program that loads the clinic. */
    String systemToken() {
        return issuer.token(issuer.claims()
                .subject("loader")
                .claim("azp", "strand-loader")
                .claim("sid", null)
                .claim("fhirUser", null)
                .claim("scope", "system/*.cruds")
                .expirationTime(expiry())
                .build());
    }

    /** A token of a person in the clinic's own app; patients get one for their record. */
    String token(String fhirUser) {
        boolean patient = fhirUser.startsWith("Patient/");
        return issuer.token(issuer.claims()
                .subject(fhirUser)
                .claim("azp", "strand-app")
                .claim("fhirUser", fhirUser)
                // as a clinician who opens genetic data has signed in
                .claim("acr", "strong")
                .claim("auth_time", Clock.systemUTC().instant().getEpochSecond())
                .claim("patient", patient ? fhirUser.substring("Patient/".length()) : null)
                .claim("scope", patient ? "openid patient/*.rs" : "openid user/*.cruds")
                .expirationTime(expiry())
                .build());
    }

    private static Date expiry() {
        return Date.from(Clock.systemUTC().instant().plus(TOKEN_LIFE));
    }

    /** From now on; no request may be under way. */
    void use(Arm arm) {
        Objects.requireNonNull(pool).bind(arm == Arm.ON || arm == Arm.UNRECORDED);
        use(lastGate, arm == Arm.ON || arm == Arm.UNRECORDED);
        use(blindGate, arm == Arm.OFF);
        use(trailGate, arm != Arm.UNRECORDED);
    }

    private void use(Object guard, boolean wanted) {
        if (wanted && takenOff.remove(guard)) {
            interceptors.registerInterceptor(guard);
        } else if (!wanted && takenOff.add(guard)) {
            interceptors.unregisterInterceptor(guard);
        }
    }

    HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    HttpResponse<String> write(String token, String method, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(base() + "/" + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        Objects.requireNonNull(pool).close();
        parts.close();
        issuer.close();
        data.close();
    }
}

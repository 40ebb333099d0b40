package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.demo.AccountLink;
import health.strand.demo.AppLogin;
import health.strand.demo.ClinicLoader;
import health.strand.demo.LoadResult;
import health.strand.demo.LoaderLogin;
import health.strand.demo.PersonaLogin;
import health.strand.demo.SyntheticClinic;
import health.strand.embedded.DataDirectory;
import health.strand.embedded.KeycloakAccess;
import health.strand.embedded.KeycloakSetup;
import health.strand.embedded.OtherApps;
import health.strand.embedded.Persona;
import health.strand.embedded.Progress;
import health.strand.vault.FileHandle;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole of Strand, started once for all integration tests of a JVM: real PostgreSQL, real Keycloak, the server, and
 * a small clinic loaded through the FHIR API.
 */
public final class RunningStrand {

    /** The day on which the synthetic clinic is drawn. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final int PATIENTS = 6;
    private static final long SEED = 7;
    private static final long TOKEN_NANOS = java.time.Duration.ofMinutes(4).toNanos();

    /** The app of somebody who works for the clinic. */
    public static final String VOX = "vox-imaging";
    /** A program of theirs, which asks for itself. */
    public static final String VOX_ALONE = "vox-nightly";
    /** The app of somebody who works for themselves. */
    public static final String ADZ = "adz-analytics";
    /** An app the clinic has never heard of, as patients use them. */
    public static final String FIT = "fit-for-patients";

    private static final Map<String, String> OTHERS_APPS =
            Map.of("strand.clinic.processor-clients", VOX + "," + VOX_ALONE, "strand.clinic.recipient-clients", ADZ);

    private static final String LENT = "ben";

    private static @Nullable RunningStrand instance;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final EmbeddedParts parts;
    private final ConfigurableApplicationContext context;
    private final LoadResult loaded;
    private final OtherApps apps;

    private record Token(String value, long got) {}

    private RunningStrand(EmbeddedParts parts, ConfigurableApplicationContext context) throws InterruptedException {
        this.parts = parts;
        this.context = context;
        LoaderLogin login = new LoaderLogin(parts.keycloakAccess());
        this.loaded = new ClinicLoader(URI.create(base()), login::accessToken, progress -> {})
                .load(new SyntheticClinic(SEED, PATIENTS, TODAY));
        KeycloakSetup setup = parts.keycloak().setup();
        this.apps = new OtherApps(setup);
        loaded.accounts().forEach((name, account) -> link(setup, name, account));
    }

    private static void link(KeycloakSetup setup, String name, AccountLink account) {
        if (Persona.named(name).isPresent()) {
            setup.linkAccount(name, account.fhirUser());
        }
    }

    /** The one instance, started on first use. */
    public static synchronized RunningStrand get() {
        if (instance == null) {
            instance = start();
        }
        return instance;
    }

    /** What another server of the same clinic has to be told. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(parts.serverSettings());
        settings.putAll(OTHERS_APPS);
        return settings;
    }

    private static RunningStrand start() {
        try {
            Path folder = Path.of(
                    "target", "it", Long.toString(ProcessHandle.current().pid()));
            DataDirectory data = DataDirectory.open(folder);
            EmbeddedParts parts = new EmbeddedParts(data, freeBlock(), Progress.silent());
            parts.startDatabase();
            CompletableFuture<Void> keycloak = CompletableFuture.runAsync(parts::startKeycloak);
            SpringApplication application = new SpringApplication(ServerConfiguration.class);
            application.setRegisterShutdownHook(false);
            application.addInitializers(parts.settings());
            application.setDefaultProperties(new HashMap<>(OTHERS_APPS));
            ConfigurableApplicationContext context = application.run();
            keycloak.join();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                parts.close();
            }));
            return new RunningStrand(parts, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Five free ports in a row. */
    private static int freeBlock() {
        for (int first = 21_000; first < 30_000; first += 10) {
            if (free(first) && free(first + 1) && free(first + 2) && free(first + 3) && free(first + 4)) {
                return first;
            }
        }
        throw new IllegalStateException("no five free ports in a row");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new java.net.InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The address of the FHIR endpoint. */
    public String base() {
        return parts.ports().fhirBase();
    }

    /** The processes beside the server, which tests may kill and must start again. */
    public EmbeddedParts parts() {
        return parts;
    }

    /**
     * Stores something as the clinic's systems do.
     *
     * @param elements in JSON, with single quotes
     * @return {@code Type/id}
     */
    public String created(String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + "}";
        HttpResponse<String> answer = post(token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new IdType(answer.headers().firstValue("Location").orElseThrow())
                .toUnqualifiedVersionless()
                .getValue();
    }

    /** What lies in the vault, without what is made of it in the background. */
    public List<Path> files() throws IOException {
        try (Stream<Path> all =
                Files.walk(Path.of(bean(Environment.class).getRequiredProperty("strand.vault.directory")))) {
            return all.filter(file ->
                            FileHandle.parse(file.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** The database past every policy. */
    public DataSource owner() {
        var owner = parts.database().owner();
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }

    /** A bean of the server. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The id of a persona's resource: the Patient of patients, the Practitioner of everybody else. */
    public String id(String persona) {
        AccountLink account = loaded.accounts().get(persona);
        if (account == null) {
            throw new IllegalArgumentException("no persona " + persona);
        }
        return account.fhirUser().substring(account.fhirUser().indexOf('/') + 1);
    }

    /** A persona's token for what it usually asks for, or {@code loader}'s for everything. */
    public String token(String persona) {
        return token(persona, "");
    }

    /** A persona's token for the given scopes. */
    public String token(String persona, String scope) {
        Token known = tokens.get(persona + " " + scope);
        if (known == null || System.nanoTime() - known.got > TOKEN_NANOS) {
            known = new Token(login(persona, scope), System.nanoTime());
            tokens.put(persona + " " + scope, known);
        }
        return known.value;
    }

    /** A persona's token in an app of somebody else: {@link #VOX}, {@link #ADZ} or {@link #FIT}. */
    public String tokenIn(String app, String persona, String scope) {
        apps.add(app);
        return new AppLogin(parts.keycloakAccess().issuer(), base(), app).accessToken(persona, scope);
    }

    /** The token of a program of somebody else, for no person: {@link #VOX_ALONE}. */
    String tokenAlone(String program) {
        String issuer = parts.keycloakAccess().issuer();
        return new LoaderLogin(new KeycloakAccess(issuer, apps.addAlone(program))).accessToken();
    }

    /** The token of somebody whose record this is: an account of the realm is lent to them for as long as they sign in. */
    public String tokenOfPatient(String patient) {
        return lent(patient, () -> login(LENT, ""));
    }

    /** The same in an app of somebody else. */
    public String tokenOfPatientIn(String app, String patient) {
        return lent(patient, () -> tokenIn(app, LENT, "openid fhirUser launch/patient patient/*.cruds"));
    }

    private String lent(String patient, Supplier<String> login) {
        KeycloakSetup setup = parts.keycloak().setup();
        setup.linkAccount(LENT, patient);
        try {
            return login.get();
        } finally {
            link(setup, LENT, Objects.requireNonNull(loaded.accounts().get(LENT)));
        }
    }

    private String login(String persona, String scope) {
        if ("loader".equals(persona)) {
            LoaderLogin login = new LoaderLogin(parts.keycloakAccess());
            return scope.isEmpty() ? login.accessToken() : login.accessToken(scope);
        }
        PersonaLogin byPassword = new PersonaLogin(parts.keycloakAccess().issuer(), base());
        PersonaLogin login =
                Persona.named(persona).filter(Persona::patientApp).isPresent() ? byPassword : byPassword.strongly();
        return scope.isEmpty()
                ? login.accessToken(Persona.named(persona).orElseThrow())
                : login.accessToken(persona, scope);
    }

    /** GET below the FHIR base, or an absolute address. */
    public HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    /** POST of FHIR JSON. */
    public HttpResponse<String> post(String token, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** PUT of FHIR JSON. */
    public HttpResponse<String> put(String token, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body)));
    }

    /** DELETE. */
    public HttpResponse<String> delete(String token, String path) {
        return send(request(token, path).DELETE());
    }

    /** A request with a token, to be finished by the caller. */
    public HttpRequest.Builder request(String token, String path) {
        String address = path.startsWith("http") ? path : path.isEmpty() ? base() : base() + "/" + path;
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    /** Sends it. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Assurance;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.access.Scopes;
import health.strand.access.TokenPurpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTokensTest {

    private static final byte[] KEY = new byte[32];
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-02T10:00:00Z"), ZoneOffset.UTC);
    private static final SealedPage QUERY =
            new SealedPage("Observation?patient=1&_offset=50", "1240:1242:1240@1793613600000000");

    private final PageTokens tokens = new PageTokens(KEY, NOW);

    @Test
    void opensForTheOneItWasSealedFor() {
        assertThat(tokens.open(tokens.seal(QUERY, requester("sora", "app", null)), requester("sora", "app", null)))
                .contains(QUERY);
    }

    @Test
    void staysShutForAnotherPersonAppOrPatientInContext() {
        String token = tokens.seal(QUERY, requester("sora", "app", "1"));

        assertThat(tokens.open(token, requester("ito", "app", "1"))).isEmpty();
        assertThat(tokens.open(token, requester("sora", "other", "1"))).isEmpty();
        assertThat(tokens.open(token, requester("sora", "app", "2"))).isEmpty();
        assertThat(tokens.open(token, requester("sora", "app", null))).isEmpty();
    }

    @Test
    void staysShutForAnotherPurposeAndOnceARoleHasEnded() {
        Requester surgeon = requester(TokenPurpose.none(), Set.of(ClinicRole.SURGEON, ClinicRole.MANAGER));
        String token = tokens.seal(QUERY, surgeon);

        assertThat(tokens.open(token, requester(TokenPurpose.none(), Set.of(ClinicRole.MANAGER, ClinicRole.SURGEON))))
                .isPresent();
        assertThat(tokens.open(token, requester(TokenPurpose.none(), Set.of(ClinicRole.MANAGER))))
                .isEmpty();
        assertThat(tokens.open(token, requester(TokenPurpose.of("TREAT"), surgeon.roles())))
                .isEmpty();
    }

    @Test
    void staysShutOnceAMandateHasEnded() {
        String token = tokens.seal(QUERY, representing("1", "2"));

        assertThat(tokens.open(token, representing("2", "1"))).contains(QUERY);
        assertThat(tokens.open(token, representing("1"))).isEmpty();
    }

    @Test
    void staysShutAfterAnHour() {
        String token = tokens.seal(QUERY, requester("sora", "app", null));
        PageTokens later = new PageTokens(KEY, Clock.offset(NOW, Duration.ofSeconds(3601)));

        assertThat(later.open(token, requester("sora", "app", null))).isEmpty();
    }

    @Test
    void staysShutWhenAnyBitIsChanged() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.seal(QUERY, requester("sora", "app", null)));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(tokens.open(text, requester("sora", "app", null))).isEmpty();
        }
    }

    @Test
    void staysShutForWhatIsNoToken() {
        assertThat(tokens.open("", requester("sora", "app", null))).isEmpty();
        assertThat(tokens.open("%%%", requester("sora", "app", null))).isEmpty();
        assertThat(tokens.open("A".repeat(20_000), requester("sora", "app", null)))
                .isEmpty();
    }

    @Test
    void isAsLongForAnotherOffset() {
        Requester sora = requester("sora", "app", null);

        assertThat(tokens.seal(new SealedPage("Observation?_offset=9", QUERY.epoch()), sora))
                .hasSameSizeAs(tokens.seal(new SealedPage("Observation?_offset=1000", QUERY.epoch()), sora));
    }

    private static Requester representing(String... patients) {
        return new Requester(
                "pat",
                "RelatedPerson/pat",
                "app",
                ClientRole.OWN,
                TokenPurpose.none(),
                RequesterKind.REPRESENTATIVE,
                Arrays.stream(patients).map(PatientId::new).collect(Collectors.toSet()),
                null,
                Set.of(),
                Scopes.none(),
                Assurance.STRONG,
                Set.of());
    }

    private static Requester requester(String subject, String client, @Nullable String patient) {
        return requester(subject, client, patient, TokenPurpose.none(), Set.of());
    }

    private static Requester requester(TokenPurpose purpose, Set<ClinicRole> roles) {
        return requester("sora", "app", null, purpose, roles);
    }

    private static Requester requester(
            String subject, String client, @Nullable String patient, TokenPurpose purpose, Set<ClinicRole> roles) {
        return new Requester(
                subject,
                "Practitioner/" + subject,
                client,
                ClientRole.OWN,
                purpose,
                RequesterKind.STAFF,
                Set.of(),
                patient == null ? null : new PatientId(patient),
                roles,
                Scopes.none(),
                Assurance.STRONG,
                Set.of());
    }
}

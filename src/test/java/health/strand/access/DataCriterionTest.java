package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules E1 and C2, and the rows of the acceptance matrix that speak of data. */
class DataCriterionTest {

    private static final Instant Y2024 = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant Y2025 = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant Y2026 = Instant.parse("2026-01-15T10:00:00Z");
    private static final Span YEAR_2025 =
            new Span(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

    private final DataCriterion permitted2025 = new PeriodCriterion(YEAR_2025, Effect.PERMIT);
    private final DataCriterion denied2025 = new PeriodCriterion(YEAR_2025, Effect.DENY);

    @Test
    void permitsAPeriodByTheBestKnownTimeOnly() {
        assertThat(permitted2025.isMetBy(dated(Span.at(Y2025), Y2024, Y2026))).isTrue();
        assertThat(permitted2025.isMetBy(dated(Span.at(Y2024), Y2025, Y2025))).isFalse();
        assertThat(permitted2025.isMetBy(dated(null, Y2025, Y2026))).isTrue();
        assertThat(permitted2025.isMetBy(dated(null, Y2024, Y2025))).isFalse();
        assertThat(permitted2025.isMetBy(dated(null, null, Y2025))).isTrue();
        assertThat(permitted2025.isMetBy(dated(null, null, Y2026))).isFalse();
    }

    @Test
    void permitsAPeriodWhenAllOfItIsInside() {
        assertThat(permitted2025.isMetBy(dated(new Span(Y2025, Y2025.plusSeconds(9)), null, Y2026)))
                .isTrue();
        assertThat(permitted2025.isMetBy(dated(new Span(Y2024, Y2025), null, Y2026)))
                .isFalse();
        assertThat(permitted2025.isMetBy(dated(new Span(Y2025, null), null, Y2026)))
                .isFalse();
    }

    @Test
    void deniesAPeriodWhenAnyTimeTouchesIt() {
        assertThat(denied2025.isMetBy(dated(new Span(Y2024, Y2025), null, Y2026)))
                .isTrue();
        assertThat(denied2025.isMetBy(dated(Span.at(Y2024), Y2025, Y2026))).isTrue();
        assertThat(denied2025.isMetBy(dated(Span.at(Y2024), Y2024, Y2025))).isTrue();
        assertThat(denied2025.isMetBy(dated(null, null, Y2025))).isTrue();
        assertThat(denied2025.isMetBy(dated(Span.at(Y2024), Y2026, Y2026))).isFalse();
        assertThat(denied2025.isMetBy(dated(null, null, Y2026))).isFalse();
    }

    @Test
    void matchesTypesAndProfiles() {
        for (Effect type : Effect.values()) {
            assertThat(new ClassCriterion("Observation", type).isMetBy(Records.density()))
                    .isTrue();
            assertThat(new ClassCriterion("Media", type).isMetBy(Records.density()))
                    .isFalse();
            assertThat(new ClassCriterion("urn:density", type).isMetBy(Records.density()))
                    .isFalse();
            assertThat(new ClassCriterion("urn:density", type).isMetBy(withProfile("urn:density")))
                    .isTrue();
        }
    }

    @Test
    void subsumesTheTypesAboveAll() {
        DataCriterion domainResource = new ClassCriterion("DomainResource", Effect.PERMIT);
        DataCriterion resource = new ClassCriterion("Resource", Effect.PERMIT);
        for (String type : Set.of("Binary", "Bundle", "Parameters")) {
            assertThat(domainResource.isMetBy(carrying(type + "/x"))).isFalse();
            assertThat(resource.isMetBy(carrying(type + "/x"))).isTrue();
        }
        assertThat(domainResource.isMetBy(Records.density())).isTrue();
        assertThat(resource.isMetBy(Records.density())).isTrue();
    }

    @Test
    void deniesTheFilesAndDocumentsThatCarryADeniedType() {
        DataCriterion denied = new ClassCriterion("Media", Effect.DENY);
        assertThat(denied.isMetBy(carrying("Binary/b", "Media/x"))).isTrue();
        assertThat(denied.isMetBy(carrying("DocumentReference/d", "Media/x"))).isTrue();
        assertThat(denied.isMetBy(carrying("Observation/o", "Media/x"))).isFalse();
        assertThat(denied.isMetBy(carrying("Binary/b", "MediaLibrary/x"))).isFalse();
        assertThat(new ClassCriterion("Media", Effect.PERMIT).isMetBy(carrying("Binary/b", "Media/x")))
                .isFalse();
    }

    @Test
    void matchesCodes() {
        DataCriterion criterion = new CodeCriterion("http://loinc.org|1-2");
        assertThat(criterion.isMetBy(Records.saying(
                        Records.density(), Set.of(), Set.of("http://loinc.org|1-2"), Set.of(), Set.of(), Set.of())))
                .isTrue();
        assertThat(criterion.isMetBy(Records.density())).isFalse();
    }

    /** S21. */
    @Test
    void matchesAnInstanceAndWhatCarriesItsContent() {
        DataCriterion photo = new InstanceCriterion("Media/x");
        assertThat(photo.isMetBy(carrying("Media/x"))).isTrue();
        assertThat(photo.isMetBy(carrying("Binary/b", "Media/x"))).isTrue();
        assertThat(photo.isMetBy(carrying("Media/y"))).isFalse();
        assertThat(photo.isMetBy(referring("Media/y", "Media/x"))).isFalse();
    }

    /** S22. */
    @Test
    void matchesBothDirectionsOfAPieceOfCare() {
        for (String type : Set.of("Encounter", "CarePlan", "EpisodeOfCare", "ServiceRequest", "ImagingStudy")) {
            DataCriterion related = new RelatedCriterion(type + "/e", Set.of("Observation/of"));
            assertThat(related.isMetBy(carrying(type + "/e"))).isTrue();
            assertThat(related.isMetBy(carrying("Observation/of"))).isTrue();
            assertThat(related.isMetBy(referring("Observation/to", type + "/e")))
                    .isTrue();
            assertThat(related.isMetBy(referring("Observation/to", type + "/f")))
                    .isFalse();
            assertThat(RelatedCriterion.goesBothWays(type + "/e")).isTrue();
        }
    }

    @Test
    void matchesOneDirectionOfAnythingElse() {
        DataCriterion related = new RelatedCriterion("Observation/o", Set.of("Specimen/s"));
        assertThat(related.isMetBy(carrying("Observation/o"))).isTrue();
        assertThat(related.isMetBy(carrying("Specimen/s"))).isTrue();
        assertThat(related.isMetBy(referring("Observation/to", "Observation/o")))
                .isFalse();
        assertThat(RelatedCriterion.goesBothWays("Observation/o")).isFalse();
        assertThat(RelatedCriterion.goesBothWays("Encounter")).isFalse();
        assertThat(RelatedCriterion.goesBothWays("/Encounter")).isFalse();
    }

    @Test
    void matchesDependents() {
        DataCriterion dependents = new DependentsCriterion("Observation/o");
        assertThat(dependents.isMetBy(carrying("Observation/o"))).isTrue();
        assertThat(dependents.isMetBy(referring("Observation/to", "Observation/o")))
                .isTrue();
        assertThat(dependents.isMetBy(referring("Observation/to", "Specimen/s")))
                .isFalse();
    }

    /** S23. */
    @Test
    void matchesAuthors() {
        ResourceFacts note =
                Records.saying(Records.density(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("Practitioner/bo"));
        assertThat(new AuthorCriterion("Practitioner/bo").isMetBy(note)).isTrue();
        assertThat(new AuthorCriterion("Practitioner/ito").isMetBy(note)).isFalse();
    }

    @Test
    void keepsKeysThatNeverChange() {
        assertThat(permitted2025.key()).isEqualTo("period PERMIT 2025-01-01T00:00:00Z 2026-01-01T00:00:00Z");
        assertThat(new PeriodCriterion(Span.always(), Effect.DENY).key()).isEqualTo("period DENY - -");
        assertThat(new ClassCriterion("Media", Effect.DENY).key()).isEqualTo("class DENY Media");
        assertThat(new CodeCriterion("s|c").key()).isEqualTo("code s|c");
        assertThat(new InstanceCriterion("Media/x").key()).isEqualTo("instance Media/x");
        assertThat(new DependentsCriterion("Media/x").key()).isEqualTo("dependents Media/x");
        assertThat(new AuthorCriterion("Practitioner/x").key()).isEqualTo("author Practitioner/x");
        assertThat(new RelatedCriterion("Encounter/e", Set.of("B/2", "A/1")).key())
                .isEqualTo("related 11:Encounter/e3:A/13:B/2");
    }

    @Test
    void readsWhatIsInheritedAsTheHeirs() {
        assertThat(permitted2025.in(Effect.DENY)).isEqualTo(denied2025);
        assertThat(permitted2025.in(Effect.PERMIT)).isSameAs(permitted2025);
        DataCriterion media = new ClassCriterion("Media", Effect.PERMIT);
        assertThat(media.in(Effect.DENY)).isEqualTo(new ClassCriterion("Media", Effect.DENY));
        assertThat(media.in(Effect.PERMIT)).isSameAs(media);
        DataCriterion code = new CodeCriterion("s|c");
        assertThat(code.in(Effect.DENY)).isSameAs(code);
    }

    @Test
    void readsTheTypeOffAReference() {
        assertThat(Records.density().resourceType()).isEqualTo("Observation");
        assertThat(carrying("Binary").resourceType()).isEqualTo("Binary");
        assertThat(carrying("/x").resourceType()).isEmpty();
    }

    @Test
    void asksTheCriterionWhetherItIsMet() {
        assertThat(Records.density().meets(new InstanceCriterion("Observation/density")))
                .isTrue();
        assertThat(Records.density().meets(new InstanceCriterion("Media/x"))).isFalse();
    }

    private static ResourceFacts dated(@Nullable Span clinical, @Nullable Instant recorded, Instant created) {
        return Records.dated(Records.density(), clinical, recorded, created);
    }

    private static ResourceFacts withProfile(String profile) {
        return Records.saying(Records.density(), Set.of(profile), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static ResourceFacts carrying(String reference, String... content) {
        return Records.saying(bare(reference), Set.of(), Set.of(), Set.of(content), Set.of(), Set.of());
    }

    private static ResourceFacts referring(String reference, String... to) {
        return Records.saying(bare(reference), Set.of(), Set.of(), Set.of(), Set.of(to), Set.of());
    }

    private static ResourceFacts bare(String reference) {
        return Records.fact(reference, DataClass.CLINICAL, Confidentiality.NORMAL);
    }
}

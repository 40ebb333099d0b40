package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ActorCriterion;
import health.strand.access.Audience;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Confidentiality;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.DecidingConsent;
import health.strand.access.Effect;
import health.strand.access.ImplicitPolicy;
import health.strand.access.PatientId;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.Provision;
import health.strand.access.PurposeOfUse;
import health.strand.access.Readability;
import health.strand.careteam.Booking;
import health.strand.careteam.HeldRole;
import health.strand.careteam.Treatment;
import health.strand.oversight.PrivacyCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellCompilerTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Instant SHOWN = NOW.plus(Duration.ofDays(30));
    private static final PatientId ANA = new PatientId("ana");
    private static final Audience SORA = new Audience("Practitioner/sora", PurposeOfUse.TREAT);

    private final Picture picture = new Picture(
            List.of(),
            List.of(new Treatment("CareTeam/1", ANA, "Practitioner/sora", Instant.EPOCH, NOW.plusSeconds(60))),
            List.of(new Booking("Appointment/1", ANA, NOW.plusSeconds(60), NOW.plusSeconds(90))),
            List.of(),
            List.of(new HeldRole("sora", ClinicRole.SURGEON, Instant.EPOCH, FOREVER)),
            List.of(),
            List.of(),
            List.of(),
            Map.of("app", ClientRole.OWN),
            Set.of());
    private final CellCompiler compiler = new CellCompiler(
            new Verdicts(new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true)), picture, NOW);

    private static Cell cell(int number, @Nullable Instant withheld) {
        return new Cell(
                number,
                Set.of(ANA),
                DataClass.CLINICAL,
                new Traits(Confidentiality.NORMAL, new TreeSet<>(), new TreeSet<>(), withheld, new TreeSet<>()));
    }

    private List<Grant> granted(Cell cell, Audience audience) {
        return compiler.compile(List.of(cell)).get(0).granted().stream()
                .filter(each -> each.audience().equals(audience))
                .toList();
    }

    @Test
    void grantsForAsLongAsSomebodyTreats() {
        assertThat(granted(cell(36, null), SORA))
                .containsExactly(new Grant(SORA, "", Instant.EPOCH, NOW.plusSeconds(60)));
        assertThat(granted(cell(36, null), Audience.of(ANA)))
                .containsExactly(new Grant(Audience.of(ANA), "", Instant.EPOCH, FOREVER));
    }

    @Test
    void grantsToTheDeskForAsLongAsSomebodyIsBooked() {
        Audience desk = Audience.of(ClinicRole.RECEPTION);
        Cell identity = new Cell(
                33,
                Set.of(ANA),
                DataClass.IDENTITY,
                new Traits(Confidentiality.NORMAL, new TreeSet<>(), new TreeSet<>(), null, new TreeSet<>()));

        assertThat(granted(identity, desk))
                .containsExactly(new Grant(desk, "", NOW.plusSeconds(60), NOW.plusSeconds(90)));
        assertThat(granted(cell(36, null), desk)).isEmpty();
    }

    /** S12. */
    @Test
    void grantsToThePrivacyOfficerForAsLongAsACaseIsOpen() {
        Audience dara = new Audience("Practitioner/dara", PurposeOfUse.HCOMPL);
        Picture examined = new Picture(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new HeldRole("dara", ClinicRole.PRIVACY_OFFICER, Instant.EPOCH, NOW.plusSeconds(80)),
                        new HeldRole("dan", ClinicRole.PRIVACY_OFFICER, Instant.EPOCH, FOREVER)),
                List.of(),
                List.of(),
                List.of(new PrivacyCase(
                        new UUID(0, 1), "Practitioner/dara", ANA, NOW.minusSeconds(60), NOW.plusSeconds(60))),
                Map.of("app", ClientRole.OWN),
                Set.of());

        List<Grant> granted = new CellCompiler(
                        new Verdicts(new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true)),
                        examined,
                        NOW)
                .compile(List.of(cell(36, null))).get(0).granted().stream()
                        .filter(each -> each.audience().purpose() == PurposeOfUse.HCOMPL)
                        .toList();

        assertThat(granted).containsExactly(new Grant(dara, "", Instant.EPOCH, NOW.plusSeconds(60)));
    }

    @Test
    void showsWhatIsWithheldFromThePatientWhenItsTimeIsOver() {
        Cell withheld = cell(68, SHOWN);

        assertThat(granted(withheld, Audience.of(ANA)))
                .containsExactly(new Grant(Audience.of(ANA), "", SHOWN, FOREVER));
        assertThat(granted(withheld, SORA)).containsExactly(new Grant(SORA, "", Instant.EPOCH, NOW.plusSeconds(60)));
    }

    @Test
    void compilesEachCellAsIfItWereAlone() {
        List<Cell> cells = List.of(cell(36, null), cell(68, SHOWN));

        List<CompiledCell> together = compiler.compile(cells);

        for (int index = 0; index < cells.size(); index++) {
            CompiledCell alone = compiler.compile(List.of(cells.get(index))).get(0);
            assertThat(together.get(index).granted()).containsExactlyInAnyOrderElementsOf(alone.granted());
            assertThat(together.get(index).withheld()).containsExactlyInAnyOrderElementsOf(alone.withheld());
        }
    }

    @Test
    void notesByWhichConsentSomethingIsGrantedOrNot() {
        ConsentDirective keepingSoraOut = new ConsentDirective(
                "Consent/1",
                "3",
                ANA,
                false,
                Provision.of(Effect.DENY).withActors(ActorCriterion.of("Practitioner/sora")),
                Readability.READABLE);
        Picture decided = new Picture(
                List.of(keepingSoraOut),
                picture.treatments(),
                picture.bookings(),
                List.of(),
                picture.roles(),
                List.of(),
                List.of(),
                List.of(),
                picture.clients(),
                Set.of("Practitioner/sora"));
        CompiledCell compiled = new CellCompiler(
                        new Verdicts(new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true)),
                        decided,
                        NOW)
                .compile(List.of(cell(36, null)))
                .get(0);

        assertThat(compiled.reliances())
                .containsExactly(new Reliance(
                        SORA, "", false, new DecidingConsent(ANA, "Consent/1/_history/3"), Instant.EPOCH, FOREVER));
        assertThat(compiler.compile(List.of(cell(36, null))).get(0).reliances()).isEmpty();
    }
}

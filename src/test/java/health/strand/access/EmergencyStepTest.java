package health.strand.access;

import static health.strand.access.DecisionAsserts.POINT;
import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static health.strand.access.DecisionAsserts.reads;
import static health.strand.access.DecisionAsserts.readsNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 7: what a record that was opened in an emergency shows (section 3.4). */
class EmergencyStepTest {

    private static final Reader ITO =
            Readers.with(Readers.asking(Readers.ito(), PurposeOfUse.BTG), Map.of(Readers.ANA, Relation.EMERGENCY));

    private static ConsentDirective closedInEmergencies(Provision root) {
        return new ConsentDirective("Consent/1", "1", Readers.ANA, true, root, Readability.READABLE);
    }

    /** S59. */
    @Test
    void opensWhatIsNeededToTreat() {
        reads(ITO, Records.density(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN);
        reads(ITO, Records.study(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN);
    }

    @Test
    void passesByADenial() {
        reads(ITO, Records.density(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN, consent(deny()));
    }

    /** S62. */
    @Test
    void opensNoGeneticsAndNoFaces() {
        ConsentDirective genetics = consent(permit().withSensitivities("GDIS"));
        readsNot(ITO, Records.marker(), Step.BREAK_GLASS, Why.NEVER_IN_EMERGENCIES);
        readsNot(ITO, Records.marker(), Step.BREAK_GLASS, Why.NEVER_IN_EMERGENCIES, genetics);
        ResourceFacts note = Records.fact("Observation/n", DataClass.CLINICAL, Confidentiality.NORMAL, "GDIS");
        readsNot(ITO, note, Step.BREAK_GLASS, Why.NEVER_IN_EMERGENCIES, genetics);
        ResourceFacts face = Records.fact("Media/f", DataClass.FACE_IMAGE, Confidentiality.RESTRICTED, "IDS");
        readsNot(ITO, face, Step.BREAK_GLASS, Why.ROLE_NEVER_READS_CLASS);
    }

    /** S63. */
    @Test
    void leavesClosedWhatThePatientClosesInEmergenciesToo() {
        readsNot(ITO, Records.density(), Step.BREAK_GLASS, Why.CLOSED_IN_EMERGENCIES, closedInEmergencies(deny()));
        readsNot(
                ITO,
                Records.density(),
                Step.BREAK_GLASS,
                Why.CLOSED_IN_EMERGENCIES,
                consent(deny().withPurposes(PurposeOfUse.BTG)));
        readsNot(
                ITO,
                Records.density(),
                Step.BREAK_GLASS,
                Why.CLOSED_IN_EMERGENCIES,
                ConsentDirective.unreadable("Consent/1", "1", Readers.ANA, true));
    }

    /** Where the law lets nobody close anything in emergencies, no consent does, whatever its author meant. */
    @Test
    void passesByAllThatWhereTheLawKnowsNoAbsoluteOptOut() {
        PolicyDecisionPoint elsewhere = new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), false);
        Reader treating = Readers.asking(ITO, PurposeOfUse.TREAT);
        for (ConsentDirective closed : List.of(
                closedInEmergencies(deny()),
                consent(deny().withPurposes(PurposeOfUse.BTG)),
                ConsentDirective.unreadable("Consent/1", "1", Readers.ANA, true))) {
            Verdict verdict = elsewhere.decide(ITO, Records.density(), Action.ACCESS, List.of(closed), Records.NOW);
            assertThat(verdict.permits()).as(closed.toString()).isTrue();
            assertThat(elsewhere
                            .decide(treating, Records.density(), Action.ACCESS, List.of(closed), Records.NOW)
                            .permits())
                    .isFalse();
        }
    }

    @Test
    void opensWhatSuchAConsentDoesNotSpeakOf() {
        ConsentDirective pictures = closedInEmergencies(
                deny().with(draft -> draft.classes = List.of(new ClassCriterion("ImagingStudy", Effect.DENY))));
        reads(ITO, Records.density(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN, pictures);
        readsNot(ITO, Records.study(), Step.BREAK_GLASS, Why.CLOSED_IN_EMERGENCIES, pictures);
        ConsentDirective other = consent("Consent/2", deny());
        reads(ITO, Records.density(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN, pictures, other);
        reads(ITO, Records.density(), Step.BREAK_GLASS, Why.EMERGENCY_OPEN, other, pictures);
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, names = "ACCESS", mode = EnumSource.Mode.EXCLUDE)
    void isForReading(Action action) {
        assertThat(POINT.decide(ITO, Records.density(), action, List.of(), Records.NOW)
                        .permits())
                .isFalse();
    }

    @Test
    void opensOneRecord() {
        Reader elsewhere = Readers.with(ITO, Map.of(Readers.BEN, Relation.EMERGENCY));
        readsNot(elsewhere, Records.density(), Step.BREAK_GLASS, Why.NO_EMERGENCY_OPEN);
    }

    @Test
    void isNothingToWhoTreatsForTreatment() {
        Reader treating = Readers.asking(ITO, PurposeOfUse.TREAT);
        readsNot(treating, Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
    }

    @Test
    void isForRolesOfTheTable() {
        Reader nurse = Readers.with(
                Readers.staff("Practitioner/n", PurposeOfUse.BTG, ClinicRole.NURSE),
                Map.of(Readers.ANA, Relation.EMERGENCY));
        readsNot(nurse, Records.density(), Step.BREAK_GLASS, Why.ROLE_NEVER_READS_CLASS);
        ImplicitPolicy shipped = ImplicitPolicy.shipped();
        assertThat(shipped.breaksGlass(Set.of(ClinicRole.NURSE, ClinicRole.RECEPTION)))
                .isFalse();
        assertThat(shipped.breaksGlass(Set.of(ClinicRole.NURSE, ClinicRole.SURGEON)))
                .isTrue();
        assertThat(shipped.breaksGlass(Set.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "surgeon;emergency;BTG;P;P;-;P;P;P;-;-;-;-;-, an emergency does not open `face-image` with `P`",
        "surgeon;emergency;BTG;P;P;-;P;P;-;O;-;-;-;-, an emergency does not open `genetic` with `O`",
        "surgeon;emergency;BTG;P;P;-;m;P;-;-;-;-;-;-, an emergency does not open `clinical` with `m`",
        "surgeon;emergency;BTG;P;P;-;P;P;-;-;P;-;-;-, an emergency does not open `privacy` with `P`",
        "surgeon;emergency;TREAT;P;P;-;P;P;-;-;-;-;-;-, the relation `emergency` and the purpose `BTG` go together",
        "surgeon;none;BTG;P;P;-;P;P;-;-;-;-;-;-, the relation `emergency` and the purpose `BTG` go together",
        "reception;emergency;BTG;P;P;-;P;P;-;-;-;-;-;-, emergencies are for people who treat in this clinic",
        "external-clinician;emergency;BTG;P;P;-;P;P;-;-;-;-;-;-, emergencies are for people who treat in this clinic",
        "system;emergency;BTG;P;P;-;P;P;-;-;-;-;-;-, emergencies are for people who treat in this clinic",
    })
    void refusesATableThatOpensMore(String row, String complaint) {
        String table =
                "reader,relation,purpose,identity,administration,billing,clinical,scalp-image,face-image,genetic,"
                        + "privacy,audit,marketing,research\n" + row.replace(';', ',') + "\n";
        assertThatThrownBy(() -> ImplicitPolicy.parse(table)).hasMessage("line 2: " + complaint);
    }

    @Test
    void isForRequestsThatReadAndNothingElse() {
        Requester surgeon = Requesters.requester(
                RequesterKind.STAFF, Set.of(), null, Set.of(ClinicRole.SURGEON), Requesters.allUser());
        Audience emergency = new Audience("Practitioner/p", PurposeOfUse.BTG);
        Demand read = new Demand("Observation", Permission.READ);
        AccessPolicy policy = new AccessPolicy();
        assertThat(policy.decide(surgeon, List.of(read)).reach().capacity().audiences())
                .contains(emergency);
        assertThat(policy.decide(surgeon, List.of(read, new Demand("Observation", Permission.UPDATE)))
                        .reach()
                        .capacity()
                        .audiences())
                .isNotEmpty()
                .doesNotContain(emergency);
    }

    @Test
    void isForNobodyWhoDoesNotTreat() {
        Capacity desk = Capacities.of(Requesters.requester(
                RequesterKind.STAFF, Set.of(), null, Set.of(ClinicRole.RECEPTION), Requesters.allUser()));
        assertThat(desk.audiences()).noneMatch(each -> each.purpose() == PurposeOfUse.BTG);
    }

    @Test
    void capacitiesForWritingAndForTakingAwayAreWithoutIt() {
        Capacity reading = Capacities.of(Requesters.requester(
                RequesterKind.STAFF, Set.of(), null, Set.of(ClinicRole.SURGEON), Requesters.allUser()));
        Audience emergency = new Audience("Practitioner/p", PurposeOfUse.BTG);
        assertThat(reading.audiences()).contains(emergency);
        assertThat(reading.withoutEmergencies().audiences())
                .doesNotContain(emergency)
                .hasSize(reading.audiences().size() - 1);
        Capacity weak = Capacities.of(Requesters.requester(
                RequesterKind.STAFF, Set.of(), null, Set.of(ClinicRole.SURGEON), Requesters.allUser(), false));
        assertThat(weak.audiences()).doesNotContain(emergency);
    }
}

package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplicitPolicyTest {

    private static final String HEADER = "reader,relation,purpose,identity,administration,billing,clinical,scalp-image,"
            + "face-image,genetic,privacy,audit,marketing,research";
    private static final String RIGHTS = ",P,m,S,O,-,-,-,-,-,-,-";

    private final ImplicitPolicy shipped = ImplicitPolicy.shipped();

    @Test
    void shipsTheTableOfThePaper() {
        ImplicitPolicy expected = RandomTables.shipped().policy();
        for (ClinicRole role : ClinicRole.values()) {
            for (PurposeOfUse purpose : PurposeOfUse.values()) {
                for (Relation relation : Relation.values()) {
                    assertThat(shipped.classes(role, purpose, relation))
                            .isEqualTo(expected.classes(role, purpose, relation));
                    for (DataClass each : DataClass.values()) {
                        Reader reader = Readers.staff("Practitioner/x", purpose, role);
                        assertThat(shipped.right(reader, relation, each))
                                .isEqualTo(expected.right(reader, relation, each));
                    }
                }
            }
        }
        for (DataClass each : DataClass.values()) {
            assertThat(shipped.right(Readers.loader(), Relation.NONE, each))
                    .isEqualTo(expected.right(Readers.loader(), Relation.NONE, each));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "surgeon;case;TREAT;P;-;-;P;P;P;P;-;-;-;-, a case is opened by the privacy officer, for `HCOMPL`",
        "surgeon;case;HCOMPL;P;-;-;P;P;P;P;-;-;-;-, a case is opened by the privacy officer, for `HCOMPL`",
        "privacy-officer;case;TREAT;P;-;-;P;P;P;P;-;-;-;-, a case is opened by the privacy officer, for `HCOMPL`",
        "system;case;HCOMPL;P;-;-;P;P;P;P;-;-;-;-, a case is opened by the privacy officer, for `HCOMPL`",
        "privacy-officer;case;HCOMPL;P;-;P;P;P;P;P;-;-;-;-, a case does not open `billing` with `P`",
        "privacy-officer;case;HCOMPL;P;-;-;O;P;P;P;-;-;-;-, a case does not open `clinical` with `O`",
        "privacy-officer;case;HCOMPL;m;-;-;P;P;P;P;-;-;-;-, a case does not open `identity` with `m`"
    })
    void refusesACaseThatOpensOtherThanItMay(String row, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(row.replace(';', ',')))
                .withMessageContaining(reason);
    }

    @Test
    void readsEveryRightOfARow() {
        ImplicitPolicy policy = parse("nurse,treating,TREAT" + RIGHTS);
        Reader nurse = Readers.staff("Practitioner/x", PurposeOfUse.TREAT, ClinicRole.NURSE);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.IDENTITY)).isEqualTo(ImplicitRight.PERMIT);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.ADMINISTRATION))
                .isEqualTo(ImplicitRight.MINIMUM);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.BILLING)).isEqualTo(ImplicitRight.OWN_ITEMS);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.CLINICAL)).isEqualTo(ImplicitRight.OPT_IN);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.RESEARCH)).isEqualTo(ImplicitRight.NEVER);
        assertThat(policy.right(nurse, Relation.NONE, DataClass.IDENTITY)).isEqualTo(ImplicitRight.NEVER);
    }

    @Test
    void holdsRowsWithoutRelationForEverybody() {
        ImplicitPolicy policy = parse("nurse,none,TREAT" + RIGHTS);
        Reader nurse = Readers.staff("Practitioner/x", PurposeOfUse.TREAT, ClinicRole.NURSE);
        assertThat(policy.right(nurse, Relation.TREATING, DataClass.IDENTITY)).isEqualTo(ImplicitRight.PERMIT);
    }

    @Test
    void takesTheWidestRightOfSeveralRoles() {
        ImplicitPolicy policy =
                parse("nurse,none,TREAT,O,O,S,m,-,-,-,-,-,-,-", "billing,none,TREAT,P,S,m,m,-,O,-,-,-,-,-");
        Reader both = Readers.staff("Practitioner/x", PurposeOfUse.TREAT, ClinicRole.NURSE, ClinicRole.BILLING);
        assertThat(policy.right(both, Relation.NONE, DataClass.IDENTITY)).isEqualTo(ImplicitRight.PERMIT);
        assertThat(policy.right(both, Relation.NONE, DataClass.ADMINISTRATION)).isEqualTo(ImplicitRight.OWN_ITEMS);
        assertThat(policy.right(both, Relation.NONE, DataClass.BILLING)).isEqualTo(ImplicitRight.MINIMUM);
        assertThat(policy.right(both, Relation.NONE, DataClass.CLINICAL)).isEqualTo(ImplicitRight.MINIMUM);
        assertThat(policy.right(both, Relation.NONE, DataClass.SCALP_IMAGE)).isEqualTo(ImplicitRight.NEVER);
        assertThat(policy.right(both, Relation.NONE, DataClass.FACE_IMAGE)).isEqualTo(ImplicitRight.OPT_IN);
    }

    @Test
    void countsEmergencyTreatmentAsTreatmentAndNothingElse() {
        assertThat(shipped.classes(ClinicRole.SURGEON, PurposeOfUse.ETREAT, Relation.TREATING))
                .isEqualTo(shipped.classes(ClinicRole.SURGEON, PurposeOfUse.TREAT, Relation.TREATING))
                .contains(DataClass.GENETIC);
        assertThat(shipped.classes(ClinicRole.SURGEON, PurposeOfUse.COC, Relation.TREATING))
                .containsExactly(DataClass.REGISTRY, DataClass.CONFORMANCE);
        assertThat(shipped.classes(ClinicRole.RESEARCHER, PurposeOfUse.BIORCH, Relation.NONE))
                .doesNotContain(DataClass.RESEARCH);
    }

    @Test
    void givesPatientsAndRepresentativesNothingBesidesTheClinicsOwn() {
        for (Reader reader : Set.of(Readers.ana(), Readers.pat())) {
            Reader alsoSurgeon = new Reader(
                    reader.kind(),
                    reader.id(),
                    Set.of(ClinicRole.SURGEON),
                    ClientRole.OWN,
                    PurposeOfUse.TREAT,
                    Set.of(),
                    Map.of());
            assertThat(shipped.right(alsoSurgeon, Relation.TREATING, DataClass.CLINICAL))
                    .isEqualTo(ImplicitRight.NEVER);
            assertThat(shipped.right(reader, Relation.NONE, DataClass.REGISTRY)).isEqualTo(ImplicitRight.PERMIT);
            assertThat(shipped.right(reader, Relation.NONE, DataClass.CONFORMANCE))
                    .isEqualTo(ImplicitRight.PERMIT);
        }
    }

    @Test
    void givesTheClinicsSystemsTheirRowAndOthersTheirRoles() {
        Reader loader = Readers.loader();
        assertThat(shipped.right(loader, Relation.NONE, DataClass.PRIVACY)).isEqualTo(ImplicitRight.PERMIT);
        assertThat(shipped.right(loader, Relation.NONE, DataClass.GENETIC)).isEqualTo(ImplicitRight.OPT_IN);
        Reader vendor = new Reader(
                ReaderKind.SYSTEM,
                "client/lab",
                Set.of(ClinicRole.LABORATORY),
                ClientRole.RECIPIENT,
                PurposeOfUse.TREAT,
                Set.of(),
                Map.of());
        assertThat(shipped.right(vendor, Relation.NONE, DataClass.PRIVACY)).isEqualTo(ImplicitRight.NEVER);
        assertThat(shipped.right(vendor, Relation.NONE, DataClass.GENETIC)).isEqualTo(ImplicitRight.OWN_ITEMS);
    }

    @Test
    void namesTheClassesOfARole() {
        assertThat(shipped.classes(ClinicRole.BILLING, PurposeOfUse.HPAYMT, Relation.NONE))
                .containsExactly(DataClass.REGISTRY, DataClass.IDENTITY, DataClass.BILLING, DataClass.CONFORMANCE);
    }

    @Test
    void passesOverCommentsBlankLinesAndSpaces() {
        ImplicitPolicy policy = ImplicitPolicy.parse(
                "# all\r\n\n" + HEADER + "\r\n  # more\n nurse , treating , TREAT" + RIGHTS + " \n\n");
        assertThat(policy.classes(ClinicRole.NURSE, PurposeOfUse.TREAT, Relation.TREATING))
                .contains(DataClass.IDENTITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "director,none,TREAT,P,m,S,O,-,-,-,-,-,-,-; line 3: role `director` is not known",
                "nurse,friend,TREAT,P,m,S,O,-,-,-,-,-,-,-; line 3: relation `friend` is not known",
                "nurse,none,FUN,P,m,S,O,-,-,-,-,-,-,-; line 3: purpose `FUN` is not known",
                "nurse,none,TREAT,P,m,S,O,-,-,-,-,-,-,X; line 3: right `X` is not known",
                "nurse,none,TREAT,,m,S,O,-,-,-,-,-,-,-; line 3: right `` is not known",
                "nurse,none,TREAT,P,m,S,O,-,-,-,-,-,-; line 3: 13 columns, not 14",
                "nurse,none,TREAT,P,m,S,O,-,-,-,-,-,-,-,; line 3: 15 columns, not 14",
                "billing,none,TREAT,P,m,S,O,-,-,-,-,-,-,-; line 3: there is a row for `billing,none,TREAT` already",
            })
    void refusesALineItDoesNotUnderstand(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("billing,none,TREAT" + RIGHTS, line))
                .withMessage(message);
    }

    @Test
    void saysEveryRightInOneOrder() {
        String one = "nurse,none,TREAT" + RIGHTS;
        String other = "billing,none,HPAYMT" + RIGHTS.replace("P", "-");

        assertThat(parse(one, other)).hasToString(parse(other, one).toString());
        assertThat(parse(one, other).toString().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("NURSE", "TREAT", "IDENTITY=PERMIT", "BILLING=OWN_ITEMS"))
                .anySatisfy(line -> assertThat(line).contains("BILLING", "HPAYMT", "IDENTITY=NEVER"));
    }

    @Test
    void refusesATableWithoutItsHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImplicitPolicy.parse("# nothing"))
                .withMessage("line 1: the header is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImplicitPolicy.parse("nurse,none,TREAT" + RIGHTS))
                .withMessage("line 1: the header is not `" + HEADER + "`");
    }

    private static ImplicitPolicy parse(String... lines) {
        return ImplicitPolicy.parse(HEADER + "\n" + String.join("\n", lines));
    }
}

package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What filing a consent would change is said before it is signed, exactly, and nothing is changed by saying it. */
class ConsentPreviewIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<String> STAFF = List.of("sora", "tom", "ito", "bo", "rex", "dara", "adz");

    private final CaseWorld world = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "preview",
                    "care is permitted",
                    List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R")))));
    private final String owner = STRAND.tokenOfPatient(world.item("patient"));

    private Consent consent(Map<String, Object> written) {
        return new CaseConsent(STRAND, world)
                .of(written, 0)
                .setStatus(ConsentState.PROPOSED)
                .setDateTimeElement(new DateTimeType(LocalDate.now().toString()));
    }

    private static String json(Consent consent) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent);
    }

    private static Parameters answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Parameters.class, response.body());
    }

    private static String text(ParametersParameterComponent whole, String name) {
        return whole.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .collect(Collectors.joining(","));
    }

    /** What was said to change, in a line for each reader and class. */
    private static Map<String, String> foretold(Parameters preview) {
        Map<String, String> lines = new TreeMap<>();
        preview.getParameter().stream()
                .filter(each -> "reader".equals(each.getName()))
                .forEach(reader -> reader.getPart().stream()
                        .filter(part -> "class".equals(part.getName()))
                        .forEach(each -> lines.put(
                                text(reader, "who") + text(reader, "client") + " " + text(each, "code"),
                                text(each, "newly-visible") + " more, " + text(each, "no-longer-visible") + " less")));
        return lines;
    }

    /** Which items of the record each of the staff reads. */
    private Map<String, List<String>> read() {
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (String persona : STAFF) {
            List<String> items = new ArrayList<>();
            for (String name :
                    List.of("patient", "team", "encounter", "density", "file", "study", "marker", "family")) {
                if (STRAND.get(STRAND.token(persona), world.item(name)).statusCode() == 200) {
                    items.add(name);
                }
            }
            read.put(persona, items);
        }
        return read;
    }

    private static final Map<String, String> CLASS_OF = Map.of(
            "patient", "identity",
            "team", "administration",
            "encounter", "administration",
            "density", "clinical",
            "file", "scalp-image",
            "study", "scalp-image",
            "marker", "genetic",
            "family", "genetic");

    private void assertForetold(Map<String, String> foretold, Map<String, List<String>> before) {
        Map<String, List<String>> after = read();
        for (String persona : STAFF) {
            String who = "Practitioner/" + STRAND.id(persona);
            for (String dataClass : new java.util.TreeSet<>(CLASS_OF.values())) {
                long more = count(
                        dataClass, after.getOrDefault(persona, List.of()), before.getOrDefault(persona, List.of()));
                long less = count(
                        dataClass, before.getOrDefault(persona, List.of()), after.getOrDefault(persona, List.of()));
                assertThat(foretold.getOrDefault(who + " " + dataClass, "0 more, 0 less"))
                        .as(persona + " " + dataClass)
                        .isEqualTo(more + " more, " + less + " less");
            }
        }
        assertThat(after).isNotEqualTo(before);
    }

    private static long count(String dataClass, List<String> items, List<String> without) {
        return items.stream()
                .filter(each -> dataClass.equals(CLASS_OF.get(each)) && !without.contains(each))
                .count();
    }

    private Map<String, String> tables() {
        JdbcTemplate database = new Trail(STRAND).owner();
        Map<String, String> hashes = new TreeMap<>();
        database.queryForList(
                        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'strand')"
                                + " and tablename not like 'audit%'",
                        String.class)
                .forEach(table -> hashes.put(
                        table,
                        java.util.Objects.requireNonNull(database.queryForObject(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                        + table + " t",
                                String.class))));
        return hashes;
    }

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    @Test
    void foretellsWhoSeesMoreAndWhoSeesLessAndWhatEnds() {
        Consent consent = consent(Map.of(
                "permit", Map.of("purpose", "TREAT", "label", "GDIS"),
                "with", List.of(Map.of("deny", Map.of("actor", "tom")))));
        Map<String, List<String>> before = read();
        Parameters preview = answer(STRAND.post(owner, "Consent/$preview", json(consent)));

        assertThat(preview.getParameter("ends")).isNotNull();
        assertThat(((Reference) preview.getParameter("ends").getValue()).getReference())
                .isEqualTo(world.item("c1"));
        assertThat(read()).isEqualTo(before);
        HttpResponse<String> filed = STRAND.post(owner, "Consent/$file", json(consent.setStatus(ConsentState.ACTIVE)));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
        assertForetold(foretold(preview), before);
    }

    @Test
    void foretellsWhatAConsentThatSpeaksOfOneResourceMoves() {
        Consent consent = consent(Map.of("deny", Map.of("instance", "density")));
        Map<String, List<String>> before = read();
        Parameters preview = answer(STRAND.post(owner, "Consent/$preview", json(consent)));
        STRAND.post(owner, "Consent/$file", json(consent.setStatus(ConsentState.ACTIVE)));

        assertForetold(foretold(preview), before);
    }

    @Test
    void changesNothing() {
        Consent consent = consent(Map.of("deny", Map.of("instance", "density")));
        Map<String, String> before = tables();
        answer(STRAND.post(owner, "Consent/$preview", json(consent)));

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void refusesWhatFilingRefuses() {
        Consent consent = consent(Map.of("permit", Map.of("purpose", "TREAT")));
        consent.setStatus(ConsentState.ACTIVE)
                .getPolicyRule()
                .getCodingFirstRep()
                .setCode("OPTOUT");
        HttpResponse<String> foretold = STRAND.post(owner, "Consent/$preview", json(consent));

        assertThat(foretold.statusCode()).isEqualTo(422);
        assertThat(foretold.body())
                .isEqualTo(STRAND.post(owner, "Consent/$file", json(consent)).body());
    }

    @Test
    void tellsThePrivacyOfficerWhoseDataOfWhichClassOpensAndCountsOnlyWhatTheyRead() {
        Consent consent = consent(Map.of("permit", Map.of("purpose", "TREAT", "label", "GDIS")));
        Parameters preview = answer(STRAND.post(STRAND.token("dara"), "Consent/$preview", json(consent)));

        assertThat(foretold(preview)).containsEntry("Practitioner/" + STRAND.id("sora") + " genetic", "0 more, 0 less");
    }

    @Test
    void refusesEverybodyElseInOneWay() {
        String consent = json(consent(Map.of("permit", Map.of("purpose", "TREAT"))));
        for (String persona : List.of("sora", "rex", "loader")) {
            assertThat(STRAND.post(STRAND.token(persona), "Consent/$preview", consent)
                            .statusCode())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(STRAND.post(STRAND.token("ben"), "Consent/$preview", consent).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isRecordedAsAnOperationAndNotAsAWrite() {
        HttpResponse<String> answer =
                STRAND.post(owner, "Consent/$preview", json(consent(Map.of("deny", Map.of("actor", "tom")))));

        assertThat(new Trail(STRAND).lines(answer)).singleElement().asString().startsWith("operation $preview");
    }
}

package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.server.RunningStrand;
import health.strand.server.SecondClinic;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten charts that Synthea invented, moved into a second clinic as another system would move them. */
class SyntheaIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int PATIENTS = 10;
    private static final int PAGE = 50;

    @SuppressWarnings("NullAway.Init")
    private static SecondClinic clinic;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @SuppressWarnings("NullAway.Init")
    private static Migration migration;

    @SuppressWarnings("NullAway.Init")
    private static List<Path> records;

    @BeforeAll
    static void loadsEveryChart() throws Exception {
        clinic = SecondClinic.start("second");
        records = Synthea.records();
        base = clinic.awaitBase();
        migration = new Migration(base);
        for (Path file : records) {
            migration.load(file);
        }
        System.out.printf(
                Locale.ROOT,
                "SyntheaIT: %d resources loaded, %.0f a second%n",
                migration.moved().size(),
                migration.perSecond());
    }

    @AfterAll
    static void endsTheSecondClinic() throws Exception {
        clinic.close();
        assertThat(clinic.log()).doesNotContain("Exception");
    }

    @Test
    void readsBackWhatWasSent() {
        long begun = System.nanoTime();
        List<Migration.Moved> moved = migration.moved();
        List<JsonNode> found = migration.get(base, migration.locations());
        System.out.printf(
                Locale.ROOT, "SyntheaIT: read back, %.0f a second%n", found.size() * 1e9 / (System.nanoTime() - begun));

        assertThat(found).hasSameSizeAs(moved);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String difference = ExactJson.difference(migration.expected(moved.get(i)), withoutVersion(found.get(i)));
            if (!difference.isEmpty()) {
                differences.add(moved.get(i).location() + difference);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void countsWhatWasSent() {
        Map<String, Long> sent = migration.moved().stream()
                .collect(Collectors.groupingBy(Migration.Moved::type, TreeMap::new, Collectors.counting()));
        List<JsonNode> counted = migration.get(
                base,
                sent.keySet().stream().map(type -> type + "?_summary=count").toList());

        Map<String, Long> found = new TreeMap<>();
        Iterator<String> types = sent.keySet().iterator();
        counted.forEach(
                answer -> found.put(types.next(), answer.at("/resource/total").asLong()));
        assertThat(found).isEqualTo(sent).containsEntry("Patient", (long) PATIENTS);
    }

    @Test
    void makesNobodyTwice() throws Exception {
        Path hospitals = records.get(0);

        JsonNode again = migration.post(Files.readString(hospitals));

        assertThat(again)
                .allSatisfy(answer ->
                        assertThat(answer.at("/response/status").asText()).startsWith("200"));
        assertThat(again)
                .extracting(answer -> answer.at("/response/location").asText().replaceAll("/_history/.*", ""))
                .containsExactlyElementsOf(migration.from(hospitals));
    }

    @Test
    void givesEverythingOfOnePatientAndNothingOfAnother() {
        Path file = records.get(records.size() - 1);
        Set<String> registry = Set.of("Location", "Organization", "Practitioner", "PractitionerRole");
        String patient = migration.from(file).get(0);
        assertThat(patient).startsWith("Patient/");

        List<String> everything = everything(patient);

        assertThat(everything).doesNotHaveDuplicates().hasSizeGreaterThan(PAGE);
        assertThat(everything)
                .filteredOn(location -> !registry.contains(location.substring(0, location.indexOf('/'))))
                .containsExactlyInAnyOrderElementsOf(migration.from(file));
    }

    @Test
    void leavesTheOtherClinicAsItWas() {
        List<JsonNode> elsewhere = migration.get(STRAND.base(), migration.locations());

        assertThat(elsewhere)
                .hasSameSizeAs(migration.locations())
                .allSatisfy(answer ->
                        assertThat(answer.at("/response/status").asText()).startsWith("404"));
        assertThat(migration.get(base, List.of("Patient/" + STRAND.id("ana"))))
                .allSatisfy(answer ->
                        assertThat(answer.at("/response/status").asText()).startsWith("404"));
    }

    private static JsonNode withoutVersion(JsonNode answer) {
        assertThat(answer.at("/response/status").asText()).as(answer.toString()).startsWith("200");
        ObjectNode resource = (ObjectNode) answer.get("resource");
        ObjectNode meta = (ObjectNode) resource.get("meta");
        assertThat(meta.remove("versionId").asText()).isEqualTo("1");
        assertThat(meta.remove("lastUpdated")).isNotNull();
        // the labels are the server's own; Synthea writes none
        assertThat(meta.remove("security").findValuesAsText("system"))
                .containsOnlyOnce("http://terminology.hl7.org/CodeSystem/v3-Confidentiality");
        if (meta.isEmpty()) {
            resource.remove("meta");
        }
        return Migration.withProfilesAsSet(resource);
    }

    /** Page by page; the last page alone says how many there were. */
    private static List<String> everything(String patient) {
        List<String> locations = new ArrayList<>();
        String next = base + "/" + patient + "/$everything?_count=" + PAGE;
        while (!next.isEmpty()) {
            HttpResponse<String> answer = STRAND.get(STRAND.token("loader"), next);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode bundle = ExactJson.parse(answer.body());
            assertThat(bundle.path("entry")).as("an empty page").isNotEmpty();
            for (JsonNode entry : bundle.get("entry")) {
                locations.add(entry.at("/resource/resourceType").asText() + "/"
                        + entry.at("/resource/id").asText());
            }
            next = next(bundle);
            if (next.isEmpty()) {
                assertThat(bundle.get("total").asInt()).isEqualTo(locations.size());
            }
        }
        return locations;
    }

    private static String next(JsonNode bundle) {
        for (JsonNode link : bundle.get("link")) {
            if ("next".equals(link.get("relation").asText())) {
                return link.get("url").asText();
            }
        }
        return "";
    }
}

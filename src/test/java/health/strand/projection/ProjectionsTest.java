package health.strand.projection;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CompiledPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProjectionsTest {

    private static final FhirContext FHIR = CompiledPackage.FHIR;
    private static final String BASE = "https://clinic.example/fhir";

    @Test
    void takesAReferenceOutWithAllItSays() {
        assertThat(without("Observation/m", """
                {"resourceType":"Observation","text":{"status":"additional","div":"<div>m is positive</div>"},"hasMember":[
                 {"reference":"Observation/a"},{"id":"x","reference":"Observation/m","display":"m"},
                 {"reference":"Observation/b"}]}""")).isEqualTo(json("""
                {"resourceType":"Observation","hasMember":[{"reference":"Observation/a"},{"reference":"Observation/b"}]}"""));
    }

    @Test
    void takesOutWhatIsNothingWithoutIt() {
        assertThat(without("Observation/m", """
                {"resourceType":"List","status":"current","mode":"working","entry":[
                 {"flag":{"text":"new"},"item":{"reference":"Observation/m"}},{"item":{"reference":"Observation/a"}}]}""")).isEqualTo(json("""
                {"resourceType":"List","status":"current","mode":"working","entry":[{"item":{"reference":"Observation/a"}}]}"""));
    }

    @Test
    void countsTheMembersOfAGroupThatAreThere() {
        String group = """
                {"resourceType":"Group","type":"device","actual":true,"quantity":%d,"member":[%s]}""";
        String both = "{\"entity\":{\"reference\":\"Device/m\"}},{\"entity\":{\"reference\":\"Device/a\"}}";
        String one = "{\"entity\":{\"reference\":\"Device/a\"}}";
        String three = one + ",{\"entity\":{\"reference\":\"Device/b\"}}";

        assertThat(without("Device/m", group.formatted(2, both))).isEqualTo(json(group.formatted(1, one)));
        assertThat(without("Device/m", group.formatted(9, both))).isEqualTo(json(group.formatted(8, one)));
        assertThat(without("Device/m", group.formatted(1, one))).isEqualTo(json(group.formatted(1, one)));
        assertThat(rewritten("Device/m", group.formatted(2, both), group.formatted(1, one)))
                .isEqualTo(json(group.formatted(2, both)));
        assertThat(rewritten("Device/m", group.formatted(2, both), group.formatted(2, three)))
                .contains("\"quantity\":3")
                .contains("Device/m", "Device/a", "Device/b");
    }

    private static String instance(String uid) {
        return """
                {"extension":[{"url":"urn:x","valueReference":{"reference":"Media/%s"}}],"uid":"%s"}""".formatted(uid, uid);
    }

    private static String series(String modality, String... uids) {
        return """
                {"uid":"s-%s","modality":{"code":"%s"},"numberOfInstances":%d,"instance":[%s]}""".formatted(
                modality,
                modality,
                uids.length,
                String.join(",", Stream.of(uids).map(ProjectionsTest::instance).toList()));
    }

    private static String study(String modalities, int series, int instances, String all) {
        return """
                {"resourceType":"ImagingStudy","status":"available","modality":[%s],"numberOfSeries":%d,
                 "numberOfInstances":%d,"series":[%s]}""".formatted(modalities, series, instances, all);
    }

    @Test
    void takesAnInstanceOutOfAStudyWithThePictureItNames() {
        String both =
                study("{\"code\":\"XC\"},{\"code\":\"DMS\"}", 2, 3, series("XC", "a", "b") + "," + series("DMS", "m"));
        String photographs = study("{\"code\":\"XC\"}", 1, 2, series("XC", "a", "b"));
        String fewer =
                study("{\"code\":\"XC\"},{\"code\":\"DMS\"}", 2, 2, series("XC", "b") + "," + series("DMS", "m"));

        assertThat(without("Media/m", both)).isEqualTo(json(photographs));
        assertThat(without("Media/a", both)).isEqualTo(json(fewer));
        assertThat(without("Media/m", study("{\"code\":\"DMS\"}", 1, 1, series("DMS", "m"))))
                .isEqualTo(json("""
                        {"resourceType":"ImagingStudy","status":"available","numberOfSeries":0,"numberOfInstances":0}"""));
    }

    @Test
    void putsAnInstanceBackIntoAStudyThatSomebodyChanged() {
        String modalities = "{\"code\":\"XC\"},{\"code\":\"DMS\"}";
        String both = study(modalities, 2, 3, series("XC", "a", "b") + "," + series("DMS", "m"));
        String fewer = study(modalities, 2, 2, series("XC", "b") + "," + series("DMS", "m"));
        String photographs = study("{\"code\":\"XC\"}", 1, 2, series("XC", "a", "b"));

        assertThat(rewritten("Media/a", both, fewer.replace("available", "cancelled")))
                .isEqualTo(json(both.replace("available", "cancelled")));
        assertThat(rewritten("Media/m", both, photographs.replace("available", "cancelled")))
                .isEqualTo(json(both.replace("available", "cancelled")));
    }

    @Test
    void putsAnInstanceBackIntoItsOwnSeriesWhereAllHaveGrown() {
        String modalities = "{\"code\":\"XC\"},{\"code\":\"DMS\"}";
        String before = study(modalities, 2, 3, series("XC", "a") + "," + series("DMS", "d", "m"));
        String after = study(modalities, 2, 4, series("XC", "a", "n") + "," + series("DMS", "d", "o"));

        assertThat(rewritten("Media/m", before, after))
                .isEqualTo(json(study(modalities, 2, 5, series("XC", "a", "n") + "," + series("DMS", "d", "m", "o"))));
        assertThat(rewritten(
                        "Media/m", before, study(modalities, 2, 3, series("DMS", "d", "o") + "," + series("XC", "a"))))
                .isEqualTo(json(study(modalities, 2, 4, series("DMS", "d", "m", "o") + "," + series("XC", "a"))));
        String gone = study("{\"code\":\"XC\"}", 1, 2, series("XC", "a", "n"));
        assertThat(rewritten("Media/m", before, gone)).isEqualTo(json(gone));
    }

    @Test
    void takesOutExtensionsAddressesAndWhatIsContained() {
        assertThat(without("Binary/m", """
                {"resourceType":"Media","contained":[{"resourceType":"Observation","id":"m","derivedFrom":[
                  {"reference":"Binary/m"}],"status":"final"}],
                 "extension":[{"url":"urn:x","valueReference":{"reference":"https://clinic.example/fhir/Binary/m/_history/2"}}],
                 "status":"completed","_status":{"extension":[{"url":"urn:y","valueReference":{"reference":"Binary/m"}}]},
                 "content":{"contentType":"image/png","url":"Binary/m"},"partOf":[{"reference":"Procedure/p"}]}""")).isEqualTo(json("""
                {"resourceType":"Media","contained":[{"resourceType":"Observation","id":"m","status":"final"}],
                 "status":"completed","content":{"contentType":"image/png"},"partOf":[{"reference":"Procedure/p"}]}"""));
    }

    @Test
    void leavesAnAnswerAloneThatHoldsWhatItPointsTo() {
        Observation marker = new Observation();
        marker.setId("Observation/m");
        Observation panel = new Observation().addHasMember(new Reference("Observation/m"));
        panel.setId("Observation/p");
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(panel);
        bundle.addEntry().setResource(marker);

        hiding("Observation/m").project(bundle);

        assertThat(panel.getHasMember()).hasSize(1);
    }

    @Test
    void looksIntoParameters() {
        Observation panel = new Observation().addHasMember(new Reference("Observation/m"));
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("resource").setResource(panel);

        hiding("Observation/m").project(parameters);

        assertThat(panel.getHasMember()).isEmpty();
    }

    @Test
    void putsBackWhereItsNeighboursWentTo() {
        assertThat(rewritten("Observation/m", """
                {"resourceType":"Observation","hasMember":[{"reference":"Observation/a"},{"reference":"Observation/m"},
                 {"reference":"Observation/b"}],"component":[{"valueString":"1"},
                 {"extension":[{"url":"urn:x","valueReference":{"reference":"Observation/m"}}],"valueString":"2"}]}""", """
                {"resourceType":"Observation","status":"amended","hasMember":[{"reference":"Observation/new"},
                 {"reference":"Observation/b"}],"component":[{"valueString":"3"},{"valueString":"2"}]}""")).isEqualTo(json("""
                {"resourceType":"Observation","status":"amended","hasMember":[{"reference":"Observation/m"},
                 {"reference":"Observation/new"},{"reference":"Observation/b"}],"component":[{"valueString":"3"},
                 {"extension":[{"url":"urn:x","valueReference":{"reference":"Observation/m"}}],"valueString":"2"}]}"""));
    }

    @Test
    void givesWayToWhatStandsInTheOnlyPlace() {
        assertThat(rewritten(
                        "Specimen/m",
                        "{\"resourceType\":\"Observation\",\"specimen\":{\"reference\":\"Specimen/m\"}}",
                        "{\"resourceType\":\"Observation\",\"specimen\":{\"reference\":\"Specimen/n\"}}"))
                .isEqualTo(json("{\"resourceType\":\"Observation\",\"specimen\":{\"reference\":\"Specimen/n\"}}"));
    }

    /** Whatever is hidden of whatever we know: read and written back, nothing has changed. */
    @TestFactory
    Stream<DynamicTest> restoresEveryExampleThatIsWrittenAsItWasRead() {
        Random random = new Random(4);
        return CompiledPackage.examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    List<String> targets = new ArrayList<>(hiding().targets(example.getValue()));
                    for (int round = 0; round < 10; round++) {
                        Set<String> hidden = new HashSet<>();
                        targets.stream().filter(each -> random.nextBoolean()).forEach(hidden::add);
                        restores(example.getValue(), hidden);
                    }
                }));
    }

    private static void restores(Resource whole, Set<String> hidden) {
        Projections projections = hiding(hidden.toArray(String[]::new));
        Resource seen = whole.copy();
        projections.project(seen);
        assertThat(projections.targets(seen)).noneMatch(hidden::contains);
        List<Reference> restored = new ArrayList<>();

        projections.restore(whole, seen, restored::add);

        assertThat(encode(seen)).isEqualTo(encode(whole));
        assertThat(restored.isEmpty()).isEqualTo(hidden.stream().noneMatch(each -> isReferred(whole, each)));
    }

    private static boolean isReferred(Resource whole, String target) {
        return FHIR.newTerser().getAllPopulatedChildElementsOfType(whole, Reference.class).stream()
                .anyMatch(each -> target.equals(each.getReference()));
    }

    private static String without(String hidden, String resource) {
        Resource parsed = parse(resource);
        hiding(hidden).project(parsed);
        return encode(parsed);
    }

    private static String rewritten(String hidden, String whole, String after) {
        Resource parsed = parse(after);
        hiding(hidden).restore(parse(whole), parsed, reference -> {});
        return encode(parsed);
    }

    private static Projections hiding(String... hidden) {
        return new Projections(FHIR, BASE, asked -> {
            Set<String> there = new HashSet<>(asked);
            there.removeAll(Set.of(hidden));
            return there;
        });
    }

    private static String json(String text) {
        return encode(parse(text));
    }

    private static Resource parse(String text) {
        return (Resource) FHIR.newJsonParser().parseResource(text);
    }

    private static String encode(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }
}

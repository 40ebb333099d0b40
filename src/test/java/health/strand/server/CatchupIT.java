package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CodeSystems;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that decides by another base policy than the database was compiled by compiles everything anew, and then opens. */
class CatchupIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final OuterDatabase CLINIC = OuterDatabase.create("catchup");
    private static final String OWN = "urn:clinics|own";
    private static final String ANNOUNCED = "compiled by other settings";

    private final JdbcTemplate owner = CLINIC.owner();
    private String patient = "";
    private String observation = "";
    private String sensitive = "";

    @AfterAll
    static void dropsTheDatabase() {
        CLINIC.drop();
    }

    @Test
    void compilesAnewWhatAnotherTableSays() throws Exception {
        String shipped;
        try (ServeProcess server = ServeProcess.start(CLINIC.settings())) {
            server.awaitServing();
            patient = created(server, "Patient", "'name':[{'family':'Case'}]");
            observation = created(
                    server,
                    "Observation",
                    "'status':'final','code':{'text':'density'},'subject':{'reference':'" + patient + "'}");
            sensitive = created(
                    server,
                    "Observation",
                    "'meta':{'security':[{'system':'" + CodeSystems.ACT_CODE + "','code':'PSY'}]},"
                            + "'status':'final','code':{'text':'mood'},'subject':{'reference':'" + patient + "'}");
            assertThat(density(server)).isEqualTo(200);
            assertThat(status(server, sensitive)).isEqualTo(200);
            assertThat(server.said())
                    .doesNotContain(ANNOUNCED)
                    .contains("law of European Union: ")
                    .contains("age majority");
            shipped = done();
        }

        Path table = withoutClinicalDataForSystems();
        try (ServeProcess one = ServeProcess.start(by(table));
                ServeProcess other = ServeProcess.start(by(table))) {
            one.awaitServing();
            other.awaitServing();

            assertThat(density(one)).isEqualTo(404);
            assertThat(density(other)).isEqualTo(404);
            assertThat(Stream.of(one.said(), other.said()).filter(said -> said.contains(ANNOUNCED)))
                    .as("one of two compiles")
                    .hasSize(1);
        }
        assertThat(done()).isNotEqualTo(shipped);

        leaveHalfWay(shipped);
        try (ServeProcess server = ServeProcess.start(CLINIC.settings())) {
            server.awaitServing();

            assertThat(density(server)).isEqualTo(200);
            assertThat(server.said()).contains("those of 1 patients");
        }
        assertThat(done()).isEqualTo(shipped);
        assertThat(owner.queryForObject("select count(*) from strand.to_compile", Long.class))
                .isZero();

        try (ServeProcess server =
                ServeProcess.start(towards(OWN, with("STRAND_CLINIC_JURISDICTION_FILE", gatingMore())))) {
            server.awaitServing();

            assertThat(density(server)).isEqualTo(200);
            assertThat(status(server, sensitive))
                    .as("gated by the clinic's own law")
                    .isEqualTo(404);
            assertThat(server.said()).contains("law of Ruritania: ").doesNotContain("age majority");
            refusesToCloseInEmergencies(server);
            hearsOnlyWhatIsSaidToThisClinic(server);
        }
    }

    /** The answer names the law and what can be filed in its place. */
    private void refusesToCloseInEmergencies(ServeProcess server) {
        HttpResponse<String> refused = file(server, OWN, Map.of("purpose", "BTG"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("hr-consent-law", "the law of `Ruritania`", "the purpose `BTG`");
    }

    /** S43. */
    private void hearsOnlyWhatIsSaidToThisClinic(ServeProcess server) {
        HttpResponse<String> elsewhere = file(server, "urn:clinics|another", Map.of());
        assertThat(elsewhere.statusCode()).as(elsewhere.body()).isEqualTo(201);
        assertThat(density(server)).isEqualTo(200);
        assertThat(file(server, OWN, Map.of()).statusCode()).isEqualTo(201);
        assertThat(density(server)).isEqualTo(404);
    }

    private HttpResponse<String> file(ServeProcess server, String controller, Map<String, String> denied) {
        CaseWorld nobodys = new CaseWorld(STRAND, AccessCase.world("law", "nothing decided", List.of()));
        Consent consent = new CaseConsent(STRAND, nobodys).of(Map.of("deny", denied), 0);
        consent.setPatient(new Reference(patient)).setPerformer(List.of(new Reference(patient)));
        String[] systemAndValue = controller.split("\\|", -1);
        consent.setOrganization(List.of(new Reference()
                .setIdentifier(new Identifier().setSystem(systemAndValue[0]).setValue(systemAndValue[1]))));
        return STRAND.post(
                loader(),
                server.base() + "/Consent",
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent));
    }

    private static Map<String, String> towards(String own, Map<String, String> settings) {
        settings.put("STRAND_CLINIC_ORGANIZATIONS", own);
        return settings;
    }

    /** As a start that was interrupted when one patient was left leaves it. */
    private void leaveHalfWay(String wanted) {
        owner.update("update strand.compilation set begun = ?", wanted);
        owner.update("insert into strand.to_compile values (?)", patient.substring("Patient/".length()));
    }

    private String done() {
        return Objects.requireNonNull(owner.queryForObject("select done from strand.compilation", String.class));
    }

    /** Starts take longer than a token lasts. */
    private static String loader() {
        return STRAND.token("loader");
    }

    private int density(ServeProcess server) {
        return status(server, observation);
    }

    private static int status(ServeProcess server, String resource) {
        return STRAND.get(loader(), server.base() + "/" + resource).statusCode();
    }

    private String created(ServeProcess server, String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + "}";
        HttpResponse<String> answer = STRAND.post(loader(), server.base() + "/" + type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).at("/id").asText();
    }

    private static Map<String, String> by(Path table) {
        return with("STRAND_CLINIC_BASE_POLICY", table);
    }

    private static Map<String, String> with(String key, Path file) {
        Map<String, String> settings = new HashMap<>(CLINIC.settings());
        settings.put(key, file.toString());
        return settings;
    }

    private static Path gatingMore() throws IOException {
        Path law = Path.of("target", "it", "law.csv").toAbsolutePath();
        return Files.writeString(law, """
                what,of,value,from,checked,source
                like,,EU-generic,,,
                name,,Ruritania,,,
                gated,,GDIS PSY,,seen,own law
                age,majority,21,,seen,own law
                may,absolute-opt-out,no,,seen,own law
                """);
    }

    private static Path withoutClinicalDataForSystems() throws IOException {
        String name = "health/strand/access/base-policy.csv";
        try (InputStream shipped =
                Objects.requireNonNull(CatchupIT.class.getClassLoader().getResourceAsStream(name))) {
            List<String> lines = new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Path table = Path.of("target", "it", "other-policy.csv").toAbsolutePath();
            Files.createDirectories(table.getParent());
            Files.write(
                    table,
                    lines.stream()
                            .map(line -> line.replaceFirst("^system,none,TREAT,P,P,P,P,", "system,none,TREAT,P,P,P,-,"))
                            .toList());
            assertThat(Files.readAllLines(table)).isNotEqualTo(lines);
            return table;
        }
    }
}

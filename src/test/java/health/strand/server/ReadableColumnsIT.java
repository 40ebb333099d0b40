package health.strand.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.demo.PersonaLogin;
import health.strand.dicom.WrittenDicom;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a thief of the database reads without keys: canaries are written wherever something about a patient can be said, and
 * every column of every table is looked through for them. The columns where one is found are listed with the reason why;
 * the list may only shrink.
 */
class ReadableColumnsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String LISTED = "/vault/readable-columns.txt";
    private static final int LONG = 30_000;

    private final String canary =
            "kanarie" + UUID.randomUUID().toString().replace('-', 'x').replaceAll("[0-9]", "y");
    private final Trail trail = new Trail(STRAND);
    private final JdbcTemplate owner = trail.owner();
    private final CaseWorld world = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "canaries", "a patient", List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "GDIS")))));
    private final String patient = world.item("patient");

    @AfterEach
    void leavesNothingOpen() {
        EmergencyIT.endAll(trail);
        owner.update("delete from strand.app_state where body like ?", "%" + canary + "%");
        world.withdrawAll();
    }

    private HttpResponse<String> write(String body) {
        String json = body.replace('\'', '"').replace("CANARY", canary).replace("PATIENT", patient);
        String type = json.replaceFirst(".*?\"resourceType\":\"(\\w+)\".*", "$1");
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private void writeCanaries() {
        String id = patient.substring(patient.indexOf('/') + 1);
        HttpResponse<String> person = STRAND.put(
                STRAND.token("loader"),
                patient,
                ("{'resourceType':'Patient','id':'" + id + "','identifier':[{'system':'urn:strand:case','value':'"
                                + canary
                                + "-id'}],'name':[{'family':'" + canary + "','given':['G" + canary
                                + "']}],'telecom':[{'system':'email','value':'" + canary
                                + "@clinic.example'}],'address':[{'line':['" + canary + " street'],'city':'"
                                + canary + " town'}],'birthDate':'1931-03-07'}")
                        .replace('\'', '"'));
        assertThat(person.statusCode()).as(person.body()).isEqualTo(200);
        write(
                "{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'urn:case','code':'CANARY-code',"
                        + "'display':'CANARY shown'}],'text':'CANARY text'},'subject':{'reference':'PATIENT'},"
                        + "'effectiveDateTime':'1931-03-07','valueString':'CANARY value','note':[{'text':'CANARY note'}]}");
        write("{'resourceType':'Observation','status':'final','category':[{'coding':[{'system':"
                + "'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],'code':{'coding':[{'system':'urn:case',"
                + "'code':'CANARY-gene'}]},'subject':{'reference':'PATIENT'},'effectiveDateTime':'2026-01-10',"
                + "'valueString':'CANARY allele'}");
        String picture = WrittenDicom.base64((canary + " ").repeat(LONG).getBytes(UTF_8));
        String small = WrittenDicom.base64((canary + " ").repeat(100).getBytes(UTF_8));
        write(
                "{'resourceType':'Binary','contentType':'application/dicom','securityContext':{'reference':'PATIENT'},'data':'"
                        + picture + "'}");
        write(
                "{'resourceType':'Binary','contentType':'application/dicom','securityContext':{'reference':'PATIENT'},'data':'"
                        + small + "'}");
        HttpResponse<String> kept = STRAND.post(
                STRAND.token("sora", "openid fhirUser user/Basic.cruds"),
                STRAND.base().replace("/fhir", "/app-state") + "/Basic",
                ("{'resourceType':'Basic','code':{'coding':[{'system':'https://app.example','code':'"
                                + UUID.randomUUID()
                                + "'}]},'subject':{'reference':'" + STRAND.base() + "/" + patient
                                + "'},'extension':[{'url':'https://app.example/v1','valueString':'" + canary
                                + " state'}]}")
                        .replace('\'', '"'));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        STRAND.get(STRAND.token("sora"), "Observation?code=" + canary + "-code");
        HttpResponse<String> opened = STRAND.post(
                new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                        .strongly()
                        .accessToken("ito", "openid fhirUser user/*.cruds"),
                patient + "/$break-glass",
                ("{'resourceType':'Parameters','parameter':[{'name':'reason','valueCode':'allergic-reaction'},"
                                + "{'name':'explanation','valueString':'" + canary + " cannot answer to anybody'}]}")
                        .replace('\'', '"'));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    }

    @Test
    void readsCanariesInTheListedColumnsAndInNoOthers() throws IOException {
        writeCanaries();

        assertThat(readable().keySet()).isEqualTo(listed().keySet());
        assertThat(listed().values()).allMatch(reason -> reason.length() > 10);
    }

    @Test
    void readsNoCanaryInTheFiles() throws IOException {
        writeCanaries();
        Path vault =
                Path.of("target", "it", String.valueOf(ProcessHandle.current().pid()), "vault");

        try (Stream<Path> files = Files.walk(vault)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(canary);
            }
        }
    }

    private Map<String, String> readable() {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, Object> column : owner.queryForList(
                "select c.table_schema as schema, c.table_name as name, c.column_name as col, c.data_type as type"
                        + " from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                        + " where c.table_schema not in ('information_schema', 'pg_catalog') and t.table_type = 'BASE TABLE'")) {
            String place = column.get("schema") + "." + column.get("name") + "." + column.get("col");
            if (shows(column)) {
                found.put(place, "");
            }
        }
        return found;
    }

    private boolean shows(Map<String, Object> column) {
        String name = "\"" + column.get("col") + "\"";
        String text = "bytea".equals(column.get("type")) ? "encode(" + name + ", 'escape')" : name + "::text";
        String sql = "select exists (select from \"" + column.get("schema") + "\".\"" + column.get("name")
                + "\" where lower(" + text + ") like any (?::text[]))";
        return Boolean.TRUE.equals(owner.queryForObject(sql, Boolean.class, (Object) patterns()));
    }

    /** As it is, and as Base64 of it reads wherever it begins. */
    private String[] patterns() {
        List<String> patterns = new ArrayList<>();
        patterns.add("%" + canary + "%");
        for (int shift = 0; shift < 3; shift++) {
            String encoded = Base64.getEncoder().encodeToString(("x".repeat(shift) + canary).getBytes(UTF_8));
            patterns.add("%" + encoded.substring(4, encoded.length() - 4).toLowerCase(Locale.ROOT) + "%");
        }
        return patterns.toArray(String[]::new);
    }

    /** Lines of a column, a blank and the reason. */
    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(ReadableColumnsIT.class.getResourceAsStream(LISTED))) {
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" ", 2);
                    listed.put(parts[0], parts.length == 2 ? parts[1] : "");
                }
            }
        }
        return listed;
    }
}

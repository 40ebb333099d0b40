package health.strand.bench;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies of pictures for publication, of every patient who was asked: what a marketing user may see of a patient. */
final class Publications {

    private static final String ASKED = """
            select c.fhir_id as consent, c.body, m.fhir_id as media, p.fhir_id as patient
            from hfj_resource p
            join lateral (select r.fhir_id, strand.named_body(v) as body from strand.cell x
                join hfj_resource r on r.partition_id = x.number
                join hfj_res_ver v on v.res_id = r.res_id
                where x.cell_group in (select number from strand.cell_group_member where patient = p.fhir_id)
                    and r.res_type = 'Consent' and v.res_text_vc <> '') c on true
            join lateral (select r.fhir_id from strand.cell x join hfj_resource r on r.partition_id = x.number
                where x.cell_group in (select number from strand.cell_group_member where patient = p.fhir_id)
                    and r.res_type = 'Media' limit 1) m on true
            where p.res_type = 'Patient'
            """;
    private static final String COPY = """
            {'resourceType':'DocumentReference','meta':{'security':[
              {'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'N'}]},
             'extension':[
              {'url':'https://strand.health/fhir/StructureDefinition/consent','valueReference':{'reference':'Consent/%s'}},
              {'url':'https://strand.health/fhir/StructureDefinition/transformation','valueCode':'strip-metadata'}],
             'status':'current','docStatus':'final',
             'type':{'coding':[{'system':'https://strand.health/fhir/CodeSystem/document-kind','code':'marketing-derivative'}]},
             'category':[{'coding':[
              {'system':'http://terminology.hl7.org/CodeSystem/observation-category','code':'imaging'}]}],
             'subject':{'reference':'Patient/%s'},'date':'2026-07-01T10:00:00+02:00',
             'author':[{'reference':'%s'}],
             'securityLabel':[{'coding':[
              {'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'N'}]}],
             'content':[{'attachment':{'contentType':'image/jpeg','url':'https://clinic.example/published.jpg','size':48213,
              'hash':'2jmj7l5rSw0yVb/vlWAYkK/YBwk='}}],
             'context':{'related':[{'reference':'Media/%s'}]}}
            """.replace('\'', '"');

    private Publications() {}

    /** @param author of the copies */
    static void store(BenchServer server, String author) {
        JdbcTemplate database = server.superuser();
        Map<String, String> copies = new LinkedHashMap<>();
        database.query(ASKED, row -> {
            String body = server.bodies().read(row.getString("body"));
            if (Stream.of("HMARKT", "\"status\":\"active\"", "\"type\":\"permit\"")
                    .allMatch(body::contains)) {
                copies.putIfAbsent(
                        row.getString("patient"),
                        COPY.formatted(
                                row.getString("consent"), row.getString("patient"), author, row.getString("media")));
            }
        });
        for (String copy : copies.values()) {
            HttpResponse<String> stored = server.write(server.systemToken(), "POST", "DocumentReference", copy);
            // a permit whose time is over does not open anything
            if (stored.statusCode() != 201 && !stored.body().contains("hr-mkt-1")) {
                throw new IllegalStateException(stored.body());
            }
        }
    }
}

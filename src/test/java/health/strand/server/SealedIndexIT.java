package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import health.strand.visibility.PlainIndex;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the search index holds about genetic data, and how it is found all the same. */
class SealedIndexIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String GENETIC =
            "'category':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],";
    private static final String LABELLED =
            "'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}]},";

    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());
    private final String code = "marker-" + UUID.randomUUID();
    private final CaseWorld world = CaseWorld.openToGenetics(STRAND);
    private final String patient = world.item("patient");
    private final String own = STRAND.tokenOfPatient(patient);

    @AfterEach
    void opensNothingAnyMore() {
        world.withdrawAll();
    }

    private String elements(String is) {
        return "'status':'final','code':{'coding':[{'system':'urn:case','code':'" + is + "'}],'text':'" + is
                + " text'},'subject':{'reference':'" + patient + "'},'effectiveDateTime':'2026-02-03','identifier':"
                + "[{'system':'urn:lab','value':'" + is + "-id'}],'component':[{'code':{'coding':[{'system':'urn:case',"
                + "'code':'" + is + "-part'}]},'valueString':'" + is
                + "-value'},{'code':{'text':'score'},'valueQuantity':"
                + "{'value':0.471108153,'unit':'" + is + "-unit','code':'" + is + "-ucum','system':'urn:unit'}}]";
    }

    private String marker() {
        return STRAND.created("Observation", GENETIC + elements(code));
    }

    private void put(String reference, String elements) {
        String body = "{'resourceType':'Observation','id':'" + reference.substring(12) + "'," + elements + "}";
        HttpResponse<String> answer = STRAND.put(STRAND.token("loader"), reference, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> found(String token, String query) {
        return Answers.json(STRAND.get(token, query)).path("entry").findValues("resource").stream()
                .map(each -> each.path("resourceType").asText() + "/"
                        + each.path("id").asText())
                .toList();
    }

    private List<String> readable(String reference) {
        return List.of("token", "string", "quantity", "quantity_nrml", "number", "uri").stream()
                .flatMap(table -> owner
                        .queryForList(
                                "select row_to_json(i)::text from hfj_spidx_" + table
                                        + " i where res_id = (select res_id from hfj_resource where res_type = ? and"
                                        + " fhir_id = ?)",
                                String.class,
                                reference.split("/", -1)[0],
                                reference.split("/", -1)[1])
                        .stream())
                .filter(row -> row.contains(code) || row.contains("471108153") || row.contains("urn:case"))
                .toList();
    }

    private boolean isIndexedByPlainHash(String parameter, String is, String reference) {
        long hash = ResourceIndexedSearchParamToken.calculateHashValue(
                new PartitionSettings(), RequestPartitionId.allPartitions(), "Observation", parameter, is);
        return Boolean.TRUE.equals(owner.queryForObject(
                "select exists (select from hfj_spidx_token i join hfj_resource r on r.res_id = i.res_id"
                        + " where i.hash_value = ? and r.fhir_id = ?)",
                Boolean.class,
                hash,
                reference.substring(12)));
    }

    @Test
    void holdsNothingReadableAndNoHashThatADictionaryReverses() {
        String marker = marker();
        String plain = STRAND.created("Observation", elements(code));

        assertThat(readable(plain)).isNotEmpty();
        assertThat(isIndexedByPlainHash("code", code, plain)).isTrue();
        assertThat(readable(marker)).isEmpty();
        assertThat(isIndexedByPlainHash("code", code, marker)).isFalse();
        assertThat(isIndexedByPlainHash("component-code", code + "-part", marker))
                .isFalse();
        assertThat(owner.queryForList("select * from strand.plain_tokens(null, 1)"))
                .isEmpty();
    }

    @Test
    void isFoundByItsCodesAllTheSame() {
        String marker = marker();

        for (String query : List.of(
                "code=urn:case|" + code,
                "code=" + code,
                "code=nothing,urn:case|" + code + ",else",
                "code=nothing,else," + code,
                "code=urn:case|none,urn:case|" + code,
                "code=urn:case|&date=2026-02-03",
                "component-code=" + code + "-part",
                "category=GE&date=2026-02-03",
                "identifier=urn:lab|" + code + "-id",
                "status=final&code=" + code + "&date=2026-02-03",
                "identifier=urn:lab|" + code + "-id&code:not=other",
                "_sort=date&code=" + code)) {
            assertThat(found(own, "Observation?" + query.replace("|", "%7C")))
                    .as(query)
                    .containsExactly(marker);
        }
        assertThat(found(own, "Patient?_has:Observation:patient:code=" + code)).containsExactly(patient);
        assertThat(found(own, "Observation?date=2026-02-03&code:not=" + code)).isEmpty();
        assertThat(found(own, "Observation?code=" + code + "x")).isEmpty();
    }

    @Test
    void isFoundByItsPresentCodeWhenItWasChanged() {
        String marker = marker();

        put(marker, GENETIC + elements(code + "-b"));

        assertThat(readable(marker)).isEmpty();
        assertThat(isIndexedByPlainHash("code", code + "-b", marker)).isFalse();
        assertThat(found(own, "Observation?code=" + code)).isEmpty();
        assertThat(found(own, "Observation?code=" + code + "-b")).containsExactly(marker);

        put(marker, GENETIC + elements(code + "-b").replace("final", "amended"));

        assertThat(found(own, "Observation?status=amended&code=" + code + "-b")).containsExactly(marker);
    }

    @Test
    void holdsNothingReadableAboutWhatComesToBeGenetic() {
        String note = STRAND.created("Observation", elements(code));
        assertThat(readable(note)).isNotEmpty();

        put(note, LABELLED + elements(code));

        assertThat(readable(note)).isEmpty();
        assertThat(isIndexedByPlainHash("code", code, note)).isFalse();
        assertThat(found(own, "Observation?code=" + code)).containsExactly(note);
    }

    @Test
    void sealsWhatWasWrittenBefore() {
        String marker = marker();
        long hash = ResourceIndexedSearchParamToken.calculateHashValue(
                new PartitionSettings(), RequestPartitionId.allPartitions(), "Observation", "code", code);
        owner.update(
                "update hfj_spidx_token set sp_value = ?, sp_system = 'urn:case', hash_value = ? where sp_name = 'code'"
                        + " and res_id = (select res_id from hfj_resource where fhir_id = ?)",
                code,
                hash,
                marker.substring(12));
        owner.update(
                "update hfj_spidx_string set sp_value_exact = ?, sp_value_normalized = ? where"
                        + " res_id = (select res_id from hfj_resource where fhir_id = ?)",
                code,
                code,
                marker.substring(12));
        assertThat(readable(marker)).isNotEmpty();

        PlainIndex plain = STRAND.bean(PlainIndex.class);
        assertThat(plain.sealSome()).isPositive();
        assertThat(plain.sealSome()).isZero();

        assertThat(readable(marker)).isEmpty();
        assertThat(found(own, "Observation?code=" + code)).containsExactly(marker);
    }
}

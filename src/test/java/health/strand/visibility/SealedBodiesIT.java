package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import health.strand.access.DataClass;
import health.strand.dicom.WrittenDicom;
import health.strand.server.RunningStrand;
import health.strand.vault.Bodies;
import health.strand.vault.Fingerprints;
import health.strand.vault.KeyGroup;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.EntityStatistics;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What the database holds of the clinic that was loaded through the API. */
class SealedBodiesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int CONFORMANCE = 12;

    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());

    @Test
    void holdsNoBodyThatCanBeReadButThoseOfConformance() {
        List<String> readable = owner.queryForList(
                "select res_type || '/' || res_id from hfj_res_ver where partition_id & 31 <> ?"
                        + " and res_text_vc <> '' and res_text_vc not like '~%'",
                String.class, CONFORMANCE);

        assertThat(readable).isEmpty();
        assertThat(owner.queryForObject("select count(*) from hfj_res_ver where res_text_vc like '~%'", Integer.class))
                .isGreaterThan(100);
        assertThat(owner.queryForObject("select count(*) from hfj_res_ver where res_text is not null", Integer.class))
                .isZero();
    }

    @Test
    void keepsEachBodyUnderAKeyOfItsPatientAlone() {
        assertThat(keys("true").filter(each -> !each.isRight())).isEmpty();
        assertThat(owner.queryForObject("select count(distinct owner) from strand.patient_key", Integer.class))
                .isGreaterThan(6);
    }

    /** Where each body lies and under which key. */
    private Stream<Kept> keys(String where) {
        return owner
                .query(
                        "select distinct v.partition_id & 31 as class, g.patients, k.owner, k.key_group from hfj_res_ver v"
                                + " left join strand.cell_group g on g.number = v.partition_id >> 5"
                                + " join strand.patient_key k on k.id = ('x' || encode(substring(decode(rpad("
                                + "substr(v.res_text_vc, 2, 16), 16, 'A'), 'base64') from 2 for 8), 'hex'))::bit(64)::bigint"
                                + " where " + where,
                        (row, index) -> new Kept(
                                DataClass.fromNumber(row.getInt("class")).orElseThrow(),
                                row.getArray("patients") == null
                                        ? List.of()
                                        : List.of((String[])
                                                row.getArray("patients").getArray()),
                                row.getString("owner"),
                                row.getInt("key_group")))
                .stream();
    }

    private record Kept(DataClass dataClass, List<String> patients, String owner, int group) {

        boolean isRight() {
            return owner.equals(patients.size() == 1 ? patients.get(0) : "*")
                    && group == KeyGroup.of(dataClass).number();
        }
    }

    @Test
    void encryptsAnewWhatComesToBeOfAnotherKind() throws IOException {
        byte[] picture = new byte[200_000];
        new Random(3).nextBytes(picture);
        String data = WrittenDicom.base64(picture);
        String patient = STRAND.created("Patient", "'name':[{'family':'Kept'}]");
        String whose = "'reference':'" + patient + "'";
        String file = STRAND.created(
                "Binary", "'contentType':'application/dicom','securityContext':{" + whose + "},'data':'" + data + "'");
        assertThat(groups(file)).containsExactly(KeyGroup.IMAGES.number());
        List<Path> before = STRAND.files();

        STRAND.created(
                "Media",
                "'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}]},"
                        + "'status':'completed','subject':{" + whose
                        + "},'content':{'contentType':'image/png','url':'" + file + "'}");

        assertThat(groups(file)).containsExactly(KeyGroup.GENETIC.number());
        assertThat(STRAND.files()).hasSameSizeAs(before).isNotEqualTo(before);
        assertThat(STRAND.send(STRAND.request(STRAND.tokenOfPatient(patient), file)
                                .header("Accept", "application/fhir+json")
                                .GET())
                        .body())
                .contains(data);
    }

    /** Of the keys of its versions, all of which are right. */
    private List<Integer> groups(String reference) {
        return keys(isVersionOf(reference))
                .filter(Kept::isRight)
                .map(Kept::group)
                .toList();
    }

    private static String isVersionOf(String reference) {
        return "v.res_type || '/' || (select r.fhir_id from hfj_resource r where r.res_id = v.res_id) = '" + reference
                + "'";
    }

    @Test
    void readsWhatTheDatabaseTellsWithItsName() {
        Bodies bodies = STRAND.bean(Bodies.class);
        List<String> named = owner.queryForList(
                "select strand.named_body(v) from hfj_res_ver v where res_text_vc like '~%' limit 300", String.class);

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(bodies.read(each))
                        .startsWith("{\"resourceType\":\"" + each.substring(0, each.indexOf('/'))));
    }

    @Test
    void holdsNoFingerprintThatAGuessCouldBeComparedWith() {
        assertThat(owner.queryForList(
                        "select res_type || '/' || res_id from hfj_resource where partition_id & 31 <> ?"
                                + " and hash_sha256 ~ '^[0-9a-f]{64}$'",
                        String.class,
                        CONFORMANCE))
                .isEmpty();
    }

    @Test
    void encryptsWhatWasWrittenBeforeThereWereKeys() {
        Bodies bodies = STRAND.bean(Bodies.class);
        List<Map<String, Object>> some = owner.queryForList(
                "select pid, res_text_vc, strand.named_body(v) as named from hfj_res_ver v where res_text_vc like '~%'"
                        + " order by pid limit 5");
        Fingerprints fingerprints = STRAND.bean(Fingerprints.class);
        some.forEach(each -> owner.update(
                "update hfj_res_ver set res_text_vc = ? where pid = ?",
                bodies.read(String.valueOf(each.get("named"))),
                each.get("pid")));
        PlainBodies plain = new PlainBodies(
                STRAND.bean(DataSource.class), TransactionOperations.withoutTransaction(), bodies, fingerprints);

        assertThat(plain.sealSome()).isEqualTo(5);
        assertThat(plain.sealSome()).isZero();

        for (Map<String, Object> each : some) {
            String now = owner.queryForObject(
                    "select strand.named_body(v) from hfj_res_ver v where pid = ?", String.class, each.get("pid"));
            assertThat(now).contains(":~").isNotEqualTo(each.get("named"));
            assertThat(bodies.read(String.valueOf(now))).isEqualTo(bodies.read(String.valueOf(each.get("named"))));
        }
    }

    /** A body that was changed on its way to the database would seem changed, and be written again, at every turn. */
    @Test
    void writesEachVersionOnce() {
        Statistics statistics = STRAND.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            String note = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"sealed\"},"
                    + "\"subject\":{\"reference\":\"Patient/" + STRAND.id("ana") + "\"}%s}";
            HttpResponse<String> made = STRAND.post(STRAND.token("loader"), "Observation", note.formatted(""));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            String id =
                    made.headers().firstValue("Location").orElseThrow().replaceAll(".*/(Observation/[^/]+).*", "$1");
            HttpResponse<String> changed = STRAND.put(
                    STRAND.token("loader"),
                    id,
                    note.formatted(",\"id\":\"" + id.substring(12) + "\",\"valueString\":\"x\""));
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            HttpResponse<String> again = STRAND.put(
                    STRAND.token("loader"),
                    id,
                    note.formatted(",\"id\":\"" + id.substring(12) + "\",\"valueString\":\"x\""));
            assertThat(again.headers().firstValue("ETag"))
                    .isEqualTo(changed.headers().firstValue("ETag"));

            EntityStatistics versions = statistics.getEntityStatistics(ResourceHistoryTable.class.getName());
            assertThat(versions.getInsertCount()).isGreaterThanOrEqualTo(2);
            assertThat(versions.getUpdateCount()).isZero();
            STRAND.delete(STRAND.token("loader"), id);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}

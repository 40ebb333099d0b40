package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicom.WrittenDicom;
import health.strand.vault.Bodies;
import health.strand.vault.PatientKeys;
import health.strand.visibility.RenewedBodies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fresh keys for a patient, and what lay under the former ones. */
class KeyRenewalIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());
    private final DataSource requests = STRAND.bean(DataSource.class);
    private final String dara = STRAND.token("dara");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("keys", "a patient", List.of()));
    private final String patient = world.item("patient");

    private RenewedBodies worker(Duration outOfUse) {
        return new RenewedBodies(
                requests,
                new TransactionTemplate(new DataSourceTransactionManager(requests)),
                STRAND.bean(PatientKeys.class),
                STRAND.bean(Bodies.class),
                outOfUse);
    }

    private String about() {
        return "{'reference':'" + patient + "'}";
    }

    private HttpResponse<String> renew(String token) {
        return STRAND.post(token, patient + "/$renew-keys", "{\"resourceType\":\"Parameters\"}");
    }

    /** How many versions are under each former key that there still is. */
    private List<Integer> left(String of) {
        JsonNode answer = Answers.json(STRAND.get(dara, of + "/$key-renewal"));
        List<Integer> left = new ArrayList<>();
        answer.path("parameter")
                .forEach(each -> left.add(each.at("/part/1/valueInteger").asInt()));
        return left;
    }

    private List<String> keysInUse() {
        return owner.queryForList(
                "select distinct k.key_group || ' ' || (k.replaced is null) from hfj_resource r"
                        + " join hfj_res_ver v on v.res_id = r.res_id"
                        + " join strand.patient_key k on k.id = strand.key_in(v.res_text_vc) where k.owner = ? order by 1",
                String.class,
                patient.substring("Patient/".length()));
    }

    @Test
    void encryptsTheRecordAnewWithItsFilesAndDestroysTheFormerKeys() throws IOException {
        byte[] scan = new byte[150_000];
        new Random(5).nextBytes(scan);
        String data = WrittenDicom.base64(scan);
        String file = STRAND.created(
                "Binary", "'contentType':'application/dicom','securityContext':" + about() + ",'data':'" + data + "'");
        List<String> notes = IntStream.range(0, 60)
                .mapToObj(number -> STRAND.created(
                        "Observation", "'status':'final','code':{'text':'n" + number + "'},'subject':" + about()))
                .toList();
        List<Path> before = STRAND.files();
        List<String> former = owner.queryForList(
                "select wrapped::text from strand.patient_key where owner = ? and wrapped is not null",
                String.class,
                patient.substring("Patient/".length()));
        assertThat(former).hasSize(3);

        assertThat(renew(dara).statusCode()).isEqualTo(200);
        RenewedBodies early = worker(Duration.ofHours(1));
        while (early.sealSome() > 0) {
            // one turn after the other
        }

        assertThat(keysInUse()).containsExactly("1 true", "2 true", "3 true");
        assertThat(left(patient)).containsExactly(0, 0, 0);
        assertThat(STRAND.files()).hasSameSizeAs(before).isNotEqualTo(before);
        assertThat(owner.queryForList(
                        "select 1 from strand.patient_key where wrapped::text = any (?)", Integer.class, (Object)
                                former.toArray(String[]::new)))
                .as("others may still write with them")
                .hasSize(3);

        worker(Duration.ZERO).sealSome();

        assertThat(left(patient)).isEmpty();
        assertThat(owner.queryForList(
                        "select 1 from strand.patient_key where wrapped::text = any (?)", Integer.class, (Object)
                                former.toArray(String[]::new)))
                .isEmpty();
        String own = STRAND.tokenOfPatient(patient);
        assertThat(STRAND.send(STRAND.request(own, file)
                                .header("Accept", "application/fhir+json")
                                .GET())
                        .body())
                .contains(data);
        assertThat(notes)
                .allSatisfy(
                        each -> assertThat(STRAND.get(own, each).statusCode()).isEqualTo(200));
        assertThat(STRAND.get(own, patient + "/_history/1").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWhereAWorkerWasStopped() {
        IntStream.range(0, 60)
                .forEach(number -> STRAND.created(
                        "Observation", "'status':'final','code':{'text':'n" + number + "'},'subject':" + about()));
        renew(dara);

        int first = worker(Duration.ofHours(1)).sealSome();
        int second = worker(Duration.ofHours(1)).sealSome();

        assertThat(first).isLessThanOrEqualTo(50);
        RenewedBodies last = worker(Duration.ofHours(1));
        while (last.sealSome() > 0) {
            // what the first two left
        }
        assertThat(second).isLessThanOrEqualTo(50);
        assertThat(keysInUse()).containsExactly("1 true", "2 true", "3 true");
        assertThat(left(patient)).containsExactly(0, 0, 0);
    }

    @Test
    void isForThePrivacyOfficerAndSaysOfNobodyWhatItSaysOfWhoIsNotRenewed() {
        assertThat(List.of(STRAND.token("bo"), STRAND.tokenOfPatient(patient))).allSatisfy(token -> {
            assertThat(renew(token).statusCode()).isEqualTo(403);
            assertThat(STRAND.get(token, patient + "/$key-renewal").statusCode())
                    .isEqualTo(403);
        });
        assertThat(left(patient)).isEmpty();
        assertThat(left("Patient/never-was")).isEmpty();
        HttpResponse<String> never =
                STRAND.post(dara, "Patient/never-was/$renew-keys", "{\"resourceType\":\"Parameters\"}");
        assertThat(never.statusCode()).isEqualTo(200);
    }

    /** Whoever has the connection of requests puts nothing else in the place of a body. */
    @Test
    void letsNothingBePutInThePlaceOfABodyButWhatIsUnderTheKeyThatReplacedIts() {
        long pid = owner.queryForObject(
                "select max(pid) from hfj_res_ver where strand.key_in(res_text_vc) in"
                        + " (select id from strand.patient_key where owner = ?)",
                Long.class,
                patient.substring("Patient/".length()));
        String body = owner.queryForObject("select res_text_vc from hfj_res_ver where pid = ?", String.class, pid);
        JdbcTemplate request = new JdbcTemplate(requests);
        Long key = owner.queryForObject("select strand.key_in(?)", Long.class, body);

        assertThat(request.queryForObject("select strand.seal_under(?, ?, ?)", Boolean.class, pid, key, body + "A"))
                .as("a key that is not replaced")
                .isFalse();
        assertThat(request.queryForList("select * from strand.bodies_under(?, 10)", key))
                .isEmpty();
        assertThatThrownBy(() -> request.queryForList("select * from strand.patient_key"))
                .isInstanceOf(DataAccessException.class);
        assertThat(request.queryForObject("select strand.end_key(?, interval '0')", Boolean.class, key))
                .isFalse();
    }
}

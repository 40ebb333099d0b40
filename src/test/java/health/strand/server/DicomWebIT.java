package health.strand.server;

import static health.strand.server.DicomWebCalls.FILE;
import static health.strand.server.DicomWebCalls.address;
import static health.strand.server.DicomWebCalls.get;
import static health.strand.server.DicomWebCalls.json;
import static health.strand.server.DicomWebCalls.send;
import static health.strand.server.DicomWebCalls.store;
import static health.strand.server.DicomWebCalls.text;
import static health.strand.server.DicomWebCalls.uid;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicomweb.DicomFiles;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** L47, S24: DICOMweb gives what FHIR would, and what is hidden is there as little as what never was. */
class DicomWebIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final byte[] RED = {-1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0};

    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("dicom", "a study of two", List.of()));
    private final String study = uid();
    private final String series = uid();
    private final String one = uid();
    private final String other = uid();
    private final byte[] first = DicomFiles.photograph(study, series, one, world.key(), RED);
    private final byte[] second = DicomFiles.photograph(study, series, other, world.key(), RED);

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    private void deny(Map<String, Object> what) {
        deny(world, what);
    }

    private void deny(CaseWorld of, Map<String, Object> what) {
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, of).of(Map.of("deny", what), 0));
        assertThat(STRAND.post(loader, "Consent", consent).statusCode()).isEqualTo(201);
    }

    private String ofFirst() {
        return "/studies/" + study + "/series/" + series + "/instances/" + one;
    }

    @Test
    void givesBackWhatWasStored() throws Exception {
        HttpResponse<byte[]> stored = store(loader, first, second);
        assertThat(stored.statusCode()).as(text(stored)).isEqualTo(200);

        assertThat(get(sora, "/studies?fuzzymatching=true&StudyInstanceUID=" + study, "*/*")
                        .headers()
                        .firstValue("Warning"))
                .hasValueSatisfying(each -> assertThat(each).startsWith("299 " + address(":")));
        JsonNode found = json(sora, "/studies?StudyInstanceUID=" + study);
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/00201208/Value/0").asInt()).isEqualTo(2);
        assertThat(json(sora, "/studies/" + study + "/instances")).hasSize(2);
        assertThat(get(sora, ofFirst(), FILE).body()).isEqualTo(first);
        assertThat(json(sora, ofFirst() + "/metadata").at("/0/00080018/Value/0").asText())
                .isEqualTo(one);
        HttpResponse<byte[]> frame = get(sora, ofFirst() + "/frames/1", "multipart/related");
        assertThat(frame.statusCode()).as(text(frame)).isEqualTo(200);
        HttpResponse<byte[]> shown = get(sora, ofFirst() + "/rendered", "image/png");
        assertThat(shown.statusCode()).as(text(shown)).isEqualTo(200);
        assertThat(shown.body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void storesTheSameOnce() throws Exception {
        store(loader, first);
        assertThat(store(loader, first).statusCode()).isEqualTo(200);
        assertThat(store(loader, second).statusCode()).isEqualTo(200);

        assertThat(json(sora, "/studies/" + study + "/instances")).hasSize(2);
        assertThat(Answers.bundle(STRAND.get(loader, "ImagingStudy?patient=" + world.item("patient")))
                        .getEntry())
                .hasSize(1);
    }

    /** S24. */
    @Test
    void knowsNothingOfAStudyOfWhichTheTypeIsDenied() throws Exception {
        store(loader, first);
        deny(Map.of("purpose", "TREAT", "class", "ImagingStudy"));

        assertThat(Answers.bundle(STRAND.get(sora, "ImagingStudy?patient=" + world.item("patient")))
                        .getEntry())
                .isEmpty();
        knowsNothing(sora);
    }

    @Test
    void knowsNothingOfAStudyOfWhichThePicturesAreDenied() throws Exception {
        store(loader, first);
        deny(Map.of("purpose", "TREAT", "class", "Media"));

        knowsNothing(sora);
    }

    @Test
    void tellsNothingToWhoeverDoesNotTreat() throws Exception {
        store(loader, first);

        knowsNothing(STRAND.token("ito"));
    }

    private void knowsNothing(String token) throws Exception {
        assertThat(json(token, "/studies?StudyInstanceUID=" + study)).isEmpty();
        assertThat(json(token, "/studies/" + study + "/instances")).isEmpty();
        String never = ofFirst().replace(study, uid());
        for (String each : List.of("", "/metadata", "/frames/1", "/rendered")) {
            HttpResponse<byte[]> hidden = get(token, ofFirst() + each, "*/*");
            HttpResponse<byte[]> unknown = get(token, never + each, "*/*");
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(text(hidden)).isEqualTo(text(unknown));
        }
    }

    @Test
    void storesNothingThatTheConsentsDoNotLetBeTaken() throws Exception {
        deny(Map.of("purpose", "TREAT", "action", "collect"));

        HttpResponse<byte[]> refused = store(sora, first);

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(409);
        assertThat(json(refused).at("/00081198/Value/0/00081197/Value/0").asInt())
                .isEqualTo(0x0124);
        assertThat(json(refused).has("00081199")).isFalse();
        assertThat(json(STRAND.tokenOfPatient(world.item("patient")), "/studies?StudyInstanceUID=" + study))
                .isEmpty();
    }

    @Test
    void answersForAPatientWhoIsHiddenAsForOneWhoNeverWas() throws Exception {
        String ito = STRAND.token("ito");
        byte[] ofNobody =
                DicomFiles.photograph(study, series, one, UUID.randomUUID().toString(), RED);

        HttpResponse<byte[]> hidden = store(ito, first);
        HttpResponse<byte[]> nobody = store(ito, ofNobody);

        assertThat(hidden.statusCode()).isEqualTo(409);
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(text(hidden)).isEqualTo(text(nobody));
        assertThat(json(loader, "/studies?StudyInstanceUID=" + study)).isEmpty();
    }

    /** A UID that is taken where they do not see it is free for them. */
    @Test
    void storesUnderAUidThatIsHiddenAsIfItWereFree() throws Exception {
        CaseWorld other = new CaseWorld(STRAND, AccessCase.world("dicom", "of whom Sora sees nothing", List.of()));
        store(loader, DicomFiles.photograph(study, series, one, other.key(), RED));
        deny(other, Map.of("purpose", "TREAT"));

        assertThat(store(sora, first).statusCode()).isEqualTo(200);
        assertThat(json(sora, "/studies/" + study + "/instances")).hasSize(1);
        assertThat(get(sora, ofFirst(), FILE).body()).isEqualTo(first);
        other.withdrawAll();
    }

    @Test
    void isShutWithoutAToken() throws Exception {
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(URI.create(address("/studies"))).GET());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void offersNothingButToReadAndToStore() throws Exception {
        for (String method : List.of("OPTIONS", "PATCH", "PUT", "DELETE")) {
            HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(address("/studies/" + study)))
                    .header("Authorization", "Bearer " + sora)
                    .method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).as(method).contains("GET, HEAD, POST");
        }
    }
}

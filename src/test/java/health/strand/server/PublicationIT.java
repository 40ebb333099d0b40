package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.imaging.OnePixel;
import health.strand.publication.MarkedPictures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S72, S73 and S74: a patient lets two pictures be published, and takes that back. */
class PublicationIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String mia = STRAND.token("mia");
    private final String dara = STRAND.token("dara");
    private final Receipts receipts = Receipts.of(STRAND);
    private final List<PublicationWorld> worlds = new ArrayList<>();
    private final PublicationWorld world = keep(PublicationWorld.ofSomebody(STRAND));

    private PublicationWorld keep(PublicationWorld used) {
        worlds.add(used);
        return used;
    }

    @AfterEach
    void leavesNothingBehind() {
        worlds.forEach(PublicationWorld::remove);
        assertThat(world.copies(loader)).isEmpty();
    }

    private HttpResponse<String> file(Consent consent) {
        HttpResponse<String> answer = STRAND.post(loader, "Consent/$file", PublicationWorld.json(consent));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Object prepared(HttpResponse<String> filed) {
        return java.util.Objects.requireNonNull(
                receipts.claims(Receipts.one(filed)).get("pictures"));
    }

    private static String consent(HttpResponse<String> filed) {
        return "Consent/" + Receipts.consent(filed).path("id").asText();
    }

    private void revoke(String token, String consent) {
        HttpResponse<String> answer = STRAND.post(token, consent + "/$revoke", "{\"resourceType\":\"Parameters\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String reference(Media copy) {
        return "Media/" + copy.getIdElement().getIdPart();
    }

    /** The copies whose recall was asked for; who searches by patient must see the patient, who sees to it need not. */
    private List<String> recalled(PublicationWorld of) {
        return Answers.pages(STRAND, loader, PublicationWorld.TASKS + of.patient()).stream()
                .map(entry -> (Task) entry.getResource())
                .peek(task -> assertThat(
                                STRAND.get(dara, "Task/" + task.getIdElement().getIdPart())
                                        .statusCode())
                        .isEqualTo(200))
                .map(task -> task.getInputFirstRep().getValue().primitiveValue())
                .sorted()
                .toList();
    }

    /** S72. */
    @Test
    void showsMarketingTheChosenPicturesAndNothingOfThePatient() {
        String inline = world.inlinePicture();
        String file = world.picture();
        String other = world.picture();
        assertThat(world.copies(mia)).isEmpty();

        HttpResponse<String> filed = file(world.choosing(inline, file));

        assertThat(prepared(filed)).isEqualTo(Map.of("chosen", 2L, "prepared", 2L));
        Bundle found = Answers.bundle(STRAND.get(mia, "Media"));
        assertThat(found.getTotal()).isEqualTo(2);
        List<Media> copies = world.copies(mia);
        assertThat(copies).hasSize(2).allSatisfy(copy -> {
            assertThat(copy.hasSubject()).isFalse();
            assertThat(copy.hasExtension()).isFalse();
            assertThat(copy.hasOperator() || copy.hasNote() || copy.hasIdentifier() || copy.hasDeviceName())
                    .isFalse();
            assertThat(copy.getCreatedDateTimeType().getValueAsString()).isEqualTo("2024");
            assertThat(MarkedPictures.holds(copy.getContent().getData(), world.word))
                    .isFalse();
            assertThat(MarkedPictures.holds(copy.getContent().getData(), "Exif"))
                    .isFalse();
        });
        assertThat(copies).extracting(Media::getWidth).containsExactlyInAnyOrder(48, 64);
        for (String original : List.of(inline, file, other)) {
            assertThat(STRAND.get(mia, original).statusCode()).isEqualTo(404);
        }
        saysNoWord(copies, List.of(inline, file, other));
    }

    /** By every way on which a copy can be reached. */
    private void saysNoWord(List<Media> copies, List<String> originals) {
        List<String> asked = new ArrayList<>(List.of(
                "Media",
                "Media?_include=*",
                "Media?_include=Media:subject",
                "Media?_revinclude=DiagnosticReport:media",
                "Media?_summary=text",
                "Media?_summary=count",
                "Media?_elements=subject,note,extension",
                "Media?subject:missing=true",
                "Media?created=2024&_sort=created",
                "Binary",
                world.patient(),
                world.patient() + "/$everything"));
        originals.forEach(each -> asked.addAll(List.of(each, each + "/_history", "Media?_id=" + each.substring(6))));
        for (Media copy : copies) {
            asked.addAll(List.of(reference(copy), reference(copy) + "/_history", reference(copy) + "/_history/1"));
        }
        for (String path : asked) {
            assertThat(STRAND.get(mia, path).body())
                    .as(path)
                    .doesNotContain(world.word, world.patient(), "copy-of", "Practitioner/", "2024-06");
        }
    }

    /** S73: as if neither patient nor originals had ever been there. */
    @Test
    void tellsMarketingNothingByQuestionsThatLeadPastThePatient() {
        String picture = world.picture();
        file(world.choosing(picture));
        String copy = reference(world.copies(mia).get(0));
        String nobody = "Patient/" + UUID.randomUUID();

        for (String search : List.of("Media?subject=", "Media?patient=", "Media?_count=5&subject=")) {
            HttpResponse<String> hidden = STRAND.get(mia, search + world.patient());
            HttpResponse<String> missing = STRAND.get(mia, search + nobody);
            assertThat(Answers.bundle(hidden).getTotal()).isZero();
            assertThat(Answers.normal(hidden, world.patient())).isEqualTo(Answers.normal(missing, nobody));
        }
        for (String search : List.of(
                "Media?subject:Patient.family=" + world.word,
                "Patient?_has:Media:subject:_id=" + copy.substring(6),
                "Patient?_revinclude=Media:subject",
                "Patient?family=" + world.word,
                "Task?focus:missing=false")) {
            HttpResponse<String> answer = STRAND.get(mia, search);
            assertThat(answer.statusCode()).as(search).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(copy, world.patient());
        }
        assertThat(Answers.bundle(STRAND.get(mia, "Media?subject:missing=true")).getTotal())
                .isEqualTo(1);
        assertThat(Answers.bundle(STRAND.get(mia, "Media?operator:missing=true"))
                        .getTotal())
                .isEqualTo(1);
        assertThat(Answers.bundle(STRAND.get(mia, "Practitioner?_has:Media:operator:_id=" + copy.substring(6)))
                        .getTotal())
                .isZero();
    }

    /** S74. */
    @Test
    void takesCopiesBackWithTheConsentAndAsksForTheirRecall() {
        String consent = consent(file(world.choosing(world.picture(), world.inlinePicture())));
        List<String> shown = world.copies(mia).stream()
                .map(PublicationIT::reference)
                .sorted()
                .toList();
        assertThat(shown).hasSize(2);

        revoke(loader, consent);

        assertThat(Answers.bundle(STRAND.get(mia, "Media")).getTotal()).isZero();
        String nothing = "Media/" + UUID.randomUUID();
        for (String copy : shown) {
            HttpResponse<String> gone = STRAND.get(mia, copy);
            assertThat(Answers.normal(gone, copy)).isEqualTo(Answers.normal(STRAND.get(mia, nothing), nothing));
            assertThat(STRAND.get(loader, copy).statusCode()).isEqualTo(404);
        }
        assertThat(recalled(world)).isEqualTo(shown);
        JsonNode task = Answers.json(STRAND.get(loader, PublicationWorld.TASKS + world.patient()))
                .at("/entry/0/resource");
        assertThat(task.at("/focus/reference").asText()).isEqualTo(consent);
        assertThat(task.at("/restriction/period/end").asText()).as("is due").isNotEmpty();
        assertThat(STRAND.get(mia, "Task").statusCode()).isEqualTo(403);
    }

    @Test
    void makesNoSecondCopyAndTakesBackOnlyWhatIsNoLongerChosen() {
        String first = world.picture();
        String second = world.picture();
        file(world.choosing(first, second));
        List<String> before = world.copies(mia).stream()
                .map(PublicationIT::reference)
                .sorted()
                .toList();

        assertThat(prepared(file(world.choosing(second, first)))).isEqualTo(Map.of("chosen", 2L, "prepared", 2L));
        assertThat(world.copies(mia).stream().map(PublicationIT::reference).sorted())
                .isEqualTo(before);
        assertThat(recalled(world)).isEmpty();

        file(world.choosing(first));
        List<String> after =
                world.copies(mia).stream().map(PublicationIT::reference).toList();
        assertThat(after).hasSize(1);
        assertThat(before).containsAll(after);
        assertThat(recalled(world)).hasSize(1).doesNotContainAnyElementsOf(after);
    }

    @Test
    void preparesWhatShowsSomebodyOnlyWhereThatIsPermittedByName() {
        String face = world.face();
        String text = world.notAPicture();
        String picture = world.picture();

        HttpResponse<String> plainly = file(world.choosing(face, text, picture));
        assertThat(prepared(plainly)).isEqualTo(Map.of("chosen", 3L, "prepared", 1L));
        assertThat(world.copies(mia)).hasSize(1);
        assertThat(world.copies(loader)).hasSize(1);

        HttpResponse<String> byName = file(PublicationWorld.evenIfIdentifying(world.choosing(face, picture)));
        assertThat(prepared(byName)).isEqualTo(Map.of("chosen", 2L, "prepared", 2L));
        assertThat(world.copies(mia)).extracting(Media::getWidth).containsExactlyInAnyOrder(32, 64);

        file(world.choosing(face, picture));
        assertThat(world.copies(mia)).extracting(Media::getWidth).containsExactly(64);
        assertThat(recalled(world)).hasSize(1);
    }

    @Test
    void preparesForLaterWithoutShowingAndAsksForNoRecallOfWhatNobodySaw() {
        Consent later = world.choosing(world.picture());
        later.getProvision()
                .setPeriod(new Period()
                        .setStartElement(
                                new DateTimeType(LocalDate.now().plusDays(2).toString())));

        String consent = consent(file(later));
        assertThat(world.copies(loader)).hasSize(1);
        assertThat(world.copies(mia)).isEmpty();

        revoke(loader, consent);
        assertThat(world.copies(loader)).isEmpty();
        assertThat(recalled(world)).isEmpty();
    }

    @Test
    void preparesAPictureThatComesWithItsConsentInATransaction() {
        String name = "urn:uuid:" + UUID.randomUUID();
        String content =
                "'data':'" + java.util.Base64.getEncoder().encodeToString(MarkedPictures.png(world.word, 20, 10)) + "'";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"" + name
                + "\",\"resource\":" + world.media(content, "").replace('\'', '"')
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Media\"}},{\"resource\":"
                + PublicationWorld.json(world.choosing(name))
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Consent\"}}]}";

        HttpResponse<String> answer = STRAND.post(loader, "", bundle);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(world.copies(mia)).extracting(Media::getWidth).containsExactly(20);
        String original = Answers.bundle(answer)
                .getEntryFirstRep()
                .getResponse()
                .getLocation()
                .replaceAll("/_history/.*", "");
        // the picture was none of this patient's, and its copy goes with it
        String read = STRAND.get(loader, original).body();
        assertThat(STRAND.put(loader, original, read.replace("\"completed\"", "\"entered-in-error\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.copies(mia)).isEmpty();
        assertThat(recalled(world)).hasSize(1);
    }

    @Test
    void takesCopiesFromNobodyButItself() {
        String picture = world.picture();
        String content = "'data':'" + OnePixel.PNG + "'";
        String forged = world.media(
                        content,
                        "'extension':[{'url':'https://strand.health/fhir/StructureDefinition/copy-of',"
                                + "'valueReference':{'reference':'" + picture + "'}}],")
                .replace('\'', '"');

        HttpResponse<String> created = STRAND.post(loader, "Media", forged);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(422);
        assertThat(created.body()).contains("hr-copy-1");

        file(world.choosing(picture));
        String copy = reference(world.copies(mia).get(0));
        String read = STRAND.get(loader, copy).body();
        assertThat(STRAND.put(loader, copy, read.replace("Picture for publication", "Mine"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(STRAND.put(mia, copy, read).statusCode()).isEqualTo(403);
        assertThat(STRAND.delete(mia, copy).statusCode()).isEqualTo(403);
    }

    /** A patient may write neither pictures nor tasks, and has both written by what they decide. */
    @Test
    void letsAPatientChooseInTheirOwnAppAndAClinicianChangeTheOriginal() {
        PublicationWorld own = keep(PublicationWorld.of(STRAND, "ana"));
        String ana = STRAND.token("ana");
        String sora = STRAND.token("sora");
        String picture = own.picture();

        HttpResponse<String> filed = STRAND.post(ana, "Consent/$file", PublicationWorld.json(own.choosing(picture)));

        assertThat(prepared(filed)).isEqualTo(Map.of("chosen", 1L, "prepared", 1L));
        assertThat(own.copies(ana)).hasSize(1);
        assertThat(own.copies(sora)).isEmpty();
        // Ana's own denial of marketing is on another topic, and wins
        assertThat(own.copies(mia)).isEmpty();

        String copy = reference(own.copies(ana).get(0));
        String read = STRAND.get(sora, picture).body();
        HttpResponse<String> noted =
                STRAND.put(sora, picture, read.replaceFirst("(\"note\"[^]]*\"text\":\\s*\")[^\"]*", "$1seen"));
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
        assertThat(own.copies(ana)).hasSize(1);
        HttpResponse<String> changed = STRAND.put(sora, picture, read.replace(own.word + ".jpg", "another"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(own.copies(ana)).isEmpty();
        assertThat(recalled(own)).containsExactly(copy);

        String again = consent(STRAND.post(ana, "Consent/$file", PublicationWorld.json(own.choosing(picture))));
        assertThat(own.copies(ana)).hasSize(1);
        revoke(ana, again);
        assertThat(own.copies(ana)).isEmpty();
        assertThat(recalled(own)).hasSize(2);
    }
}

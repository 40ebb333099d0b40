package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanImageTest {

    private static final Skin SKIN = new Skin(2, 200, 60);

    private static RenderedScan render(int hairs, int number) {
        Dice dice = Dice.of(1, "scan", number);
        return ScanImage.render(ScalpPatch.grow(dice, hairs, 60, 0.2), SKIN, dice);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 43, 60, 75, 110})
    void holdsExactlyTheHairsAskedFor(int hairs) {
        ScalpPatch patch = ScalpPatch.grow(Dice.of(1, "patch", hairs), hairs, 60, 0.2);

        assertThat(patch.inRoi()).hasSize(hairs);
        assertThat(patch.perCm2(hair -> true)).isEqualTo(hairs * 4.0);
        assertThat(render(hairs, hairs).hairsInRoi()).isEqualTo(hairs);
    }

    @Test
    void drawsTheSameBytesAgain() {
        assertThat(render(43, 5).png()).isEqualTo(render(43, 5).png());
    }

    @Test
    void drawsAnotherScalpForAnotherNumber() {
        assertThat(render(43, 5).png()).isNotEqualTo(render(43, 6).png());
    }

    @Test
    void staysBelowSixtyKilobytes() {
        assertThat(render(75, 1).png()).hasSizeLessThan(60_000);
    }

    @Test
    void darkensThePictureWithHair() throws IOException {
        assertThat(darkPixels(render(60, 2))).isGreaterThan(2 * darkPixels(render(15, 2)));
    }

    private static int darkPixels(RenderedScan scan) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(scan.png()));
        int[] levels = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        int dark = 0;
        for (int level : levels) {
            dark += level < 110 ? 1 : 0;
        }
        return dark;
    }

    @Test
    void showsEveryTerminalHairWhereItIsRooted() throws IOException {
        Dice dice = Dice.of(1, "roots", 0);
        ScalpPatch patch = ScalpPatch.grow(dice, 50, 60, 0.2);
        RenderedScan scan = ScanImage.render(patch, SKIN, dice);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(scan.png()));

        assertThat(patch.inRoi()).filteredOn(Hair::terminal).allSatisfy(hair -> {
            int x = (int) (hair.x() * ScanImage.PIXELS_PER_MM);
            int y = (int) (hair.y() * ScanImage.PIXELS_PER_MM);
            assertThat(image.getRaster().getSample(x, y, 0)).isLessThan(130);
        });
    }

    @Test
    void countsInThePanelWhatThePictureShows() {
        SyntheticClinic clinic = TestClinic.of(3);
        PatientStory story = new Population(7, TestClinic.TODAY).patient(0);
        Dice dice = Dice.of(1, "panel", 0);
        Visit visit = VisitPlan.of(story, TestClinic.TODAY, dice).get(0);
        Chart chart = new Chart(
                story,
                TestClinic.TODAY,
                TestClinic.registry(clinic),
                new Transaction(dice),
                dice,
                Chart.Team.of(story, dice),
                SKIN,
                new Reference("Patient/1"));
        ScalpPatch patch = ScalpPatch.grow(dice, 37, 60, 0.2);

        Observation panel = TrichometryPanel.of(chart, visit, Zone.VERTEX, patch);

        assertThat(count(panel, "hair-count"))
                .isEqualTo(ScanImage.render(patch, SKIN, dice).hairsInRoi());
    }

    @Test
    void holdsPanelsThatAddUp() {
        for (Bundle bundle : TestClinic.patientBundles(TestClinic.of(8))) {
            Map<String, String> zones = new HashMap<>();
            bundle.getEntry().stream()
                    .filter(entry -> entry.getResource() instanceof Media)
                    .forEach(entry -> zones.put(entry.getFullUrl(), zone(((Media) entry.getResource()).getBodySite())));
            TestClinic.resources(bundle, Observation.class).stream()
                    .filter(one -> one.getCode().hasCoding(CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL))
                    .forEach(panel -> addsUp(panel, zones));
        }
    }

    private static void addsUp(Observation panel, Map<String, String> zones) {
        double density = count(panel, "hair-density");
        assertThat(zones).containsEntry(panel.getDerivedFromFirstRep().getReference(), zone(panel.getBodySite()));
        assertThat(count(panel, "hair-count")).isEqualTo(density * count(panel, "analysed-area"));
        assertThat(count(panel, "terminal-density") + count(panel, "vellus-density"))
                .isEqualTo(density);
        assertThat(count(panel, "terminal-threshold")).isEqualTo(40);
    }

    private static String zone(CodeableConcept bodySite) {
        return bodySite.getCodingFirstRep().getCode();
    }

    private static double count(Observation panel, String code) {
        return panel.getComponent().stream()
                .filter(component ->
                        component.getCode().getCodingFirstRep().getCode().equals(code))
                .map(component -> component.getValueQuantity().getValue().doubleValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void describesItsPictureTruly() throws IOException {
        Bundle ana = TestClinic.patientBundles(TestClinic.of(3)).get(0);
        Map<String, Binary> files = new HashMap<>();
        ana.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Binary)
                .forEach(entry -> files.put(entry.getFullUrl(), (Binary) entry.getResource()));
        assertThat(files).isNotEmpty();
        for (Media media : TestClinic.resources(ana, Media.class)) {
            if (media.getContent().getUrlElement().hasValue()) {
                byte[] png = Objects.requireNonNull(files.get(media.getContent().getUrl()))
                        .getData();
                RenderedScan picture = new RenderedScan(png, 0, media.getWidth(), media.getHeight());
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
                assertThat(image.getWidth()).isEqualTo(media.getWidth());
                assertThat(media.getContent().getSize()).isEqualTo(png.length);
                assertThat(media.getContent().getHash()).isEqualTo(picture.sha1());
                assertThat(media.getContent().getContentType()).isEqualTo("image/png");
            }
        }
    }
}

package health.strand.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide as it lies on the disk. */
class GuideTest {

    @TempDir
    private static Path folder;

    private static long pages;
    private static Artifacts artifacts;

    @BeforeAll
    static void make() throws IOException {
        pages = Guide.read(Path.of("")).writeTo(folder);
        artifacts = Artifacts.read(Path.of("profiles", "generated"));
    }

    private static Document page(String name) {
        try {
            return Jsoup.parse(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void hasAPageAndAFileForEveryArtifact() {
        assertThat(artifacts.all()).hasSizeGreaterThan(300).allSatisfy(artifact -> {
            assertThat(page(artifact.page()).select("h1").text()).isEqualTo(artifact.title());
            assertThat(folder.resolve(artifact.name() + ".json")).hasSameBinaryContentAs(artifact.file());
        });
    }

    @Test
    void listsEveryFileWithItsHash() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(Site.LIST));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith(Site.LIST)))
                    .hasSameSizeAs(lines)
                    .allSatisfy(file -> {
                        String hash = Hashing.sha256()
                                .hashBytes(Files.readAllBytes(file))
                                .toString();
                        assertThat(lines).contains(hash + " " + file.getFileName());
                    });
        }
        assertThat(lines.stream().filter(line -> line.endsWith(".html"))).hasSize((int) pages);
    }

    @Test
    void showsWhatAProfileDemands() {
        Document page = page("StructureDefinition-hr-trichometry-panel.html");

        assertThat(page.select("tr[id=Observation.component-hair-density]").text())
                .contains("component:hair-density", "S", "1..1", "Hair density", "Quantity in /cm2");
        assertThat(page.select(".rules tr").eachText())
                .anySatisfy(rule -> assertThat(rule).contains("hr-tri-2", "error", "density is count over area"));
        assertThat(page.select(".examples a").eachAttr("href")).contains("Observation-ana-vertex-panel.html");
        assertThat(page.select(".bad-examples li").eachText())
                .anySatisfy(line -> assertThat(line).contains("density is not count over area", "hr-tri-2"));
        assertThat(page.select(".facts a").eachAttr("href"))
                .contains(
                        "https://hl7.org/fhir/R4/observation.html",
                        "http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation");
    }

    @Test
    void leadsFromAnExampleToItsProfileAndToWhatItRefersTo() {
        assertThat(page("Observation-ana-vertex-panel.html").select("main a").eachAttr("href"))
                .contains("StructureDefinition-hr-trichometry-panel.html", "Patient-ana.html");
    }

    @Test
    void leadsFromAnExtensionToTheProfilesThatHaveIt() {
        assertThat(page("StructureDefinition-comparability-key.html")
                        .select(".used-by a")
                        .eachAttr("href"))
                .contains("StructureDefinition-hr-trichometry-panel.html");
    }

    @Test
    void showsEveryCodeOfACodeSystem() {
        Artifact dicom =
                artifacts.at("http://dicom.nema.org/resources/ontology/DCM").orElseThrow();

        assertThat(page(dicom.page()).select(".codes tbody tr"))
                .hasSize(dicom.json().path("concept").size());
    }

    @Test
    void mentionsEveryProfileWhereItSaysWhatIsRecorded() {
        List<String> linked = page("data-model.html").select("main a").eachAttr("href");

        assertThat(artifacts.of(Kind.PROFILE))
                .allSatisfy(profile -> assertThat(linked).contains(profile.page()));
    }

    @Test
    void choosesAReadingForEveryContradictionOfConsents() {
        assertThat(page("interpretations.html").select("td:first-child").eachText())
                .contains("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9");
    }

    @Test
    void needsNoScriptAndNoStyleInThePage() {
        assertThat(folder).isDirectoryRecursivelyContaining(file -> file.endsWith("index.html"));
        assertThat(artifacts.all())
                .allSatisfy(artifact -> assertThat(page(artifact.page()).select("script, style, [style]"))
                        .isEmpty());
        ReadingOrder.PAGES.forEach(entry ->
                assertThat(page(entry.file()).select("script, style, [style]")).isEmpty());
    }

    @Test
    void turnsTextIntoNothingButText() {
        assertThat(Tag.of("p").with("title", "\"><b>").around("<script>&'").source())
                .isEqualTo("<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&amp;&#39;</p>");
    }

    @Test
    void refusesALinkOutOfTheGuide() {
        assertThatThrownBy(() -> new Prose().page("# A\n\n[b](../../pom.xml)", folder, artifacts))
                .isInstanceOf(GuideFailure.class)
                .hasMessageContaining("../../pom.xml");
    }
}

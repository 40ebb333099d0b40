package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.confidentiality;
import static health.strand.consent.Consents.sensitivity;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.ResourceFacts;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decisions look at, in resources of many types. */
class FactsReaderTest {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SCALP_IMAGE = Canonical.STRUCTURE + "hr-scalp-image";

    private final FactsReader reader = new FactsReader(
            BERLIN,
            "https://clinic.example/fhir",
            new KnownRecord(
                    Map.of(), Map.of("Binary/b1", Set.of("Media/m1", "DocumentReference/copy", "Media/thumbnail"))));

    @Test
    void takesOverWhatOthersFound() {
        Set<PatientId> patients = Set.of(new PatientId("ana"));
        ResourceFacts facts = reader.read(observation(), patients, DataClass.CLINICAL, CREATED);

        assertThat(facts.reference()).isEqualTo("Observation/o1");
        assertThat(facts.resourceType()).isEqualTo("Observation");
        assertThat(facts.patients()).isEqualTo(patients);
        assertThat(facts.dataClass()).isEqualTo(DataClass.CLINICAL);
        assertThat(facts.created()).isEqualTo(CREATED);
    }

    @ParameterizedTest
    @CsvSource({"N, NORMAL", "R, RESTRICTED", "V, VERY_RESTRICTED", "U, UNRESTRICTED", "Z, VERY_RESTRICTED"})
    void readsConfidentiality(String code, Confidentiality expected) {
        Observation observation = observation();
        observation.getMeta().addSecurity(confidentiality(code));

        assertThat(facts(observation).confidentiality()).isEqualTo(expected);
    }

    @Test
    void takesTheHighestOfSeveralAndTheHighestOfAllForNone() {
        Observation observation = observation();
        observation.getMeta().addSecurity(confidentiality("R")).addSecurity(confidentiality("N"));

        assertThat(facts(observation).confidentiality()).isEqualTo(Confidentiality.RESTRICTED);
        assertThat(facts(observation()).confidentiality()).isEqualTo(Confidentiality.VERY_RESTRICTED);
    }

    @Test
    void readsSensitivitiesWithTheWiderOnesTheyAreAPartOf() {
        Observation observation = observation();
        observation
                .getMeta()
                .addSecurity(confidentiality("R"))
                .addSecurity(sensitivity("OPIOIDUD"))
                .addSecurity(sensitivity("GDIS"))
                .addSecurity(new Coding(CodeSystems.LABEL, "PHOTOID", null))
                .addSecurity(new Coding("urn:other", "HIV", null));

        assertThat(facts(observation).sensitivities())
                .containsExactlyInAnyOrder("OPIOIDUD", "SUD", "SPI", "GDIS", "PHOTOID");
    }

    /** S11. */
    @ParameterizedTest
    @CsvSource({"NOPAT", "TBOO"})
    void withholdsFromThePatientForThirtyDaysFromTheDateOfTheReason(String label) {
        Observation observation = observation();
        observation.addExtension(Consents.withheld("2026-03-01T00:00:00Z"));
        assertThat(facts(observation).withheldFromPatientUntil()).isNull();

        observation.getMeta().addSecurity(sensitivity(label));
        assertThat(facts(observation).withheldFromPatientUntil()).isEqualTo("2026-03-31T00:00:00Z");
        // whatever is changed meanwhile
        observation.getMeta().setLastUpdated(Date.from(Instant.parse("2026-03-20T00:00:00Z")));
        assertThat(facts(observation).withheldFromPatientUntil()).isEqualTo("2026-03-31T00:00:00Z");
    }

    /** S11: a label alone withholds nothing. */
    @Test
    void withholdsNothingWithoutAReason() {
        Observation observation = observation();
        observation.getMeta().addSecurity(sensitivity("NOPAT"));

        assertThat(facts(observation).withheldFromPatientUntil()).isNull();
        observation.addExtension(Consents.withheld(null));
        assertThat(facts(observation).withheldFromPatientUntil()).isNull();
    }

    @Test
    void readsProfilesClaimedImpliedAndDerived() {
        Media closeUp = new Media()
                .setModality(concept(CodeSystems.DICOM, "DMS"))
                .setBodySite(concept(CodeSystems.SCALP_ZONE, "vertex"));
        closeUp.getMeta().addProfile("urn:profile|2");

        assertThat(facts(closeUp).profiles())
                .containsExactlyInAnyOrder("urn:profile", Canonical.STRUCTURE + "hr-close-up", SCALP_IMAGE);
    }

    /** The only profiles of ours that derive from one another are those the reader knows. */
    @Test
    void knowsEveryDerivationAmongOurProfiles() throws IOException {
        try (var files = Files.list(Path.of("profiles", "generated"))) {
            var derived = files.filter(file -> file.getFileName().toString().startsWith("StructureDefinition-hr-"))
                    .filter(file -> text(file).contains("\"baseDefinition\": \"" + Canonical.STRUCTURE))
                    .toList();
            assertThat(derived).hasSize(2).allSatisfy(file -> {
                String name = file.getFileName().toString().replace("StructureDefinition-", "");
                Media media = new Media();
                media.getMeta().addProfile(Canonical.STRUCTURE + name.replace(".json", ""));
                assertThat(facts(media).profiles()).contains(SCALP_IMAGE);
            });
        }
    }

    @Test
    void readsCodesWhereverAResourceSaysWhatItIs() {
        Observation panel =
                observation().setCode(concept("urn:tree", "leaf")).addCategory(concept("urn:category", "c"));
        panel.addComponent().setCode(concept("urn:part", "p"));
        panel.setBodySite(concept("urn:site", "s"));
        panel.getCode().addCoding(new Coding(null, "local", null)).addCoding(new Coding("urn:none", null, "text"));
        FamilyMemberHistory history = new FamilyMemberHistory();
        history.addCondition().setCode(concept("urn:condition", "c"));

        assertThat(facts(panel).codes())
                .containsExactlyInAnyOrder(
                        "urn:tree|leaf", "urn:tree|branch", "urn:tree|root", "urn:category|c", "urn:part|p", "|local");
        assertThat(facts(history).codes()).containsExactly("urn:condition|c");
        assertThat(facts(new MedicationRequest().setMedication(concept("urn:atc", "m")))
                        .codes())
                .containsExactly("urn:atc|m");
        assertThat(facts(new AuditEvent().setType(new Coding("urn:event", "rest", null)))
                        .codes())
                .containsExactly("urn:event|rest");
        assertThat(facts(new DocumentReference().setType(concept("urn:type", "t")))
                        .codes())
                .containsExactly("urn:type|t");
    }

    /** S21, S24: the picture, its file and the copies of it are one content. */
    @ParameterizedTest
    @CsvSource({"Binary/b1", "Binary/b1/_history/2", "https://clinic.example/fhir/Binary/b1"})
    void knowsWhatHoldsTheSameFile(String url) {
        Media media = new Media();
        media.setId("Media/m1");
        media.getContent().setUrl(url).setContentType("image/png");
        DocumentReference copy = new DocumentReference();
        copy.setId("DocumentReference/copy");
        copy.addContent().getAttachment().setUrl(url);

        assertThat(facts(media).contentIds())
                .containsExactlyInAnyOrder("Binary/b1", "DocumentReference/copy", "Media/thumbnail");
        assertThat(facts(media).profiles()).containsExactly("image/png");
        assertThat(facts(copy).contentIds()).containsExactlyInAnyOrder("Binary/b1", "Media/m1", "Media/thumbnail");
    }

    @Test
    void knowsWhatAFileIsTheContentOf() {
        Binary file = new Binary().setContentType("image/png").setSecurityContext(new Reference("Media/m2"));
        file.setId("Binary/b1");

        assertThat(facts(file).contentIds())
                .containsExactlyInAnyOrder("Media/m1", "DocumentReference/copy", "Media/thumbnail", "Media/m2");
        assertThat(facts(file).profiles()).containsExactly("image/png");
    }

    /** S21, S72: what is said of a picture is said of the copies of it. */
    @Test
    void knowsWhatAPictureForPublicationIsACopyOf() {
        Media copy = new Media();
        copy.setId("Media/c");
        copy.addExtension(Canonical.COPY_OF, new Reference("Media/m1/_history/2"));

        assertThat(facts(copy).contentIds()).containsExactly("Media/m1");
    }

    @Test
    void takesNoFileElsewhereForOneOfOurs() {
        Media media = new Media();
        media.getContent().setUrl("https://elsewhere.example/fhir/Binary/b1");

        assertThat(facts(media).contentIds()).isEmpty();
    }

    @Test
    void readsEveryReferenceOut() {
        Observation observation = observation()
                .setSubject(new Reference("Patient/ana"))
                .setEncounter(new Reference("Encounter/e1/_history/1"))
                .addDerivedFrom(new Reference("#inner"))
                .addDerivedFrom(new Reference("urn:uuid:5"));
        observation.addExtension(Canonical.CONSENT, new Reference("Consent/c1"));
        observation.addContained(new Media().setDevice(new Reference("Device/d1")));

        assertThat(facts(observation).refersTo())
                .containsExactlyInAnyOrder("Patient/ana", "Encounter/e1", "urn:uuid:5", "Consent/c1", "Device/d1");
    }

    /** S23. */
    @Test
    void knowsWhoMadeItOrToldIt() {
        Reference bo = new Reference("Practitioner/bo");
        Procedure procedure = new Procedure().setRecorder(bo);
        procedure
                .addPerformer()
                .setActor(new Reference("Practitioner/sora"))
                .setOnBehalfOf(new Reference("Organization/b"));
        Provenance provenance = new Provenance().addTarget(new Reference("Media/m1"));
        provenance.addAgent().setWho(bo);
        Observation told = observation();
        told.setId("Observation/told");
        Observation noted = observation();
        noted.addNote().setAuthor(bo);

        assertThat(facts(procedure).authors())
                .containsExactlyInAnyOrder("Practitioner/bo", "Practitioner/sora", "Organization/b");
        assertThat(facts(provenance).authors()).containsExactly("Practitioner/bo");
        assertThat(facts(new Condition().setAsserter(bo)).authors()).containsExactly("Practitioner/bo");
        assertThat(facts(new Media().setOperator(bo)).authors()).containsExactly("Practitioner/bo");
        assertThat(facts(told).authors()).containsExactly("Practitioner/bo");
        assertThat(facts(noted).authors()).isEmpty();
        assertThat(facts(observation().setSubject(bo)).authors()).isEmpty();
    }

    /** S09. */
    @Test
    void knowsWhoWasAskedToMakeIt() {
        Reference laboratory = new Reference("Organization/lab");
        ServiceRequest order =
                new ServiceRequest().addPerformer(laboratory).setRequester(new Reference("Practitioner/sora"));

        assertThat(facts(order).performers()).containsExactly("Organization/lab");
        assertThat(facts(observation().addPerformer(laboratory)).performers()).containsExactly("Organization/lab");
        assertThat(facts(observation().setSubject(laboratory)).performers()).isEmpty();
    }

    private ResourceFacts facts(Resource resource) {
        return reader.read(resource, Set.of(), DataClass.CLINICAL, CREATED);
    }

    private static Observation observation() {
        Observation observation = new Observation();
        observation.setId("Observation/o1/_history/2");
        return observation;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A consent as Ana's app writes it: a clinician of another practice may read for treatment. */
final class OwnConsent {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private OwnConsent() {}

    static String letting(RunningStrand strand, String reader) {
        return letting(strand, reader, consent -> {});
    }

    /** With a change. */
    static String letting(RunningStrand strand, String reader, Consumer<Consent> change) {
        Consent consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept(TERMINOLOGY + "consentscope", "patient-privacy"))
                .addCategory(concept("http://loinc.org", "59284-0"))
                .addCategory(concept("https://strand.health/fhir/CodeSystem/consent-kind", "other-clinic"))
                .setPatient(new Reference("Patient/" + strand.id("ana")))
                .setDateTimeElement(new DateTimeType(LocalDate.now().toString()))
                .addPerformer(new Reference("Patient/" + strand.id("ana")))
                .addOrganization(new Reference(clinic(strand)))
                .setPolicyRule(concept(TERMINOLOGY + "v3-ActCode", "OPTIN"));
        consent.getMeta().addProfile("https://strand.health/fhir/StructureDefinition/hr-extended-consent");
        consent.getSourceAttachment()
                .setContentType("text/plain")
                .setLanguage("en")
                .setTitle("Letting another practice in")
                .setData("the form".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        consent.addPolicy().setUri("https://strand.health/policy/care-1");
        consent.getProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addPurpose(new Coding(TERMINOLOGY + "v3-ActReason", "TREAT", null))
                .addSecurityLabel(new Coding(TERMINOLOGY + "v3-Confidentiality", "R", null))
                .addActor()
                .setRole(concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"))
                .setReference(new Reference("Practitioner/" + strand.id(reader)));
        change.accept(consent);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent);
    }

    static String clinic(RunningStrand strand) {
        String search = "Organization?identifier=" + CodeSystems.DEMO_IDENTIFIER + "%7Cclinic";
        return "Organization/"
                + Answers.bundle(strand.get(strand.token("loader"), search))
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart();
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    /** What was written for a test goes with it: receipts first, for they refer to the consent. */
    static void removeAll(RunningStrand strand) {
        String loader = strand.token("loader");
        String kind = "https://strand.health/fhir/CodeSystem/consent-kind%7Cother-clinic";
        String search = "Consent?patient=Patient/" + strand.id("ana") + "&category=" + kind;
        for (var entry : Answers.pages(strand, loader, search)) {
            String consent = "Consent/" + entry.getResource().getIdElement().getIdPart();
            Answers.pages(strand, loader, "Provenance?target=" + consent)
                    .forEach(each -> remove(strand, "Provenance", each.getResource()));
        }
        Answers.pages(strand, loader, search).forEach(each -> remove(strand, "Consent", each.getResource()));
    }

    private static void remove(RunningStrand strand, String type, Resource resource) {
        String path = type + "/" + resource.getIdElement().getIdPart();
        assertThat(strand.delete(strand.token("loader"), path).statusCode()).isIn(200, 204);
    }
}

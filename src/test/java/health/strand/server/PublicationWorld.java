package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CodeSystems;
import health.strand.publication.MarkedPictures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A patient whose pictures hold a word wherever a picture and its record can hold one. */
final class PublicationWorld {

    static final String TASKS = "Task?code=https://strand.health/fhir/CodeSystem/task-kind%7Crights-recall&patient=";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final RunningStrand strand;
    private final String loader;
    private final String patient;
    private final List<String> stored = new ArrayList<>();

    /** Stands in names, notes, file names and in the files, and nowhere else. */
    final String word = "nightingale" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private PublicationWorld(RunningStrand strand, String patient) {
        this.strand = strand;
        this.loader = strand.token("loader");
        this.patient = patient.isEmpty() ? store("Patient", Records.patient(word)) : patient;
    }

    /** Of a patient of their own. */
    static PublicationWorld ofSomebody(RunningStrand strand) {
        return new PublicationWorld(strand, "");
    }

    /** Of somebody who signs in. */
    static PublicationWorld of(RunningStrand strand, String persona) {
        return new PublicationWorld(strand, "Patient/" + strand.id(persona));
    }

    String patient() {
        return patient;
    }

    /** A picture that lies in its record. */
    String inlinePicture() {
        return picture("'data':'" + base64(MarkedPictures.jpeg(word, 6, 64, 48)) + "'", "");
    }

    /** A picture whose file is a resource of its own. */
    String picture() {
        // another file each time, as the same one is stored once
        return picture("'url':'" + file(MarkedPictures.png(word, 64, 48 + stored.size())) + "'", "");
    }

    String face() {
        return picture(
                "'url':'" + file(MarkedPictures.png(word, 32, 32 + stored.size())) + "'",
                "'extension':[{'url':'https://strand.health/fhir/StructureDefinition/recognizable-visual-features',"
                        + "'valueBoolean':true}],");
    }

    String notAPicture() {
        String text = file("text/plain", word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return picture("'url':'" + text + "'", "");
    }

    private String file(byte[] content) {
        return file("image/png", content);
    }

    private String file(String type, byte[] content) {
        return store(
                "Binary",
                "{'resourceType':'Binary','contentType':'" + type + "','securityContext':{'reference':'" + patient
                        + "'},'data':'" + base64(content) + "'}");
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    /** The record of a picture, with a word in whatever may hold one. */
    String media(String content, String more) {
        return "{'resourceType':'Media',%s'status':'completed','subject':{'reference':'%s','display':'%s'},"
                        .formatted(more, patient, word)
                + "'identifier':[{'system':'urn:x','value':'%1$s'}],'deviceName':'%1$s','note':[{'text':'%1$s'}],"
                        .formatted(word)
                + "'operator':{'reference':'Practitioner/%s'},'bodySite':{'text':'%s'},"
                        .formatted(strand.id("tom"), word)
                + "'createdDateTime':'2024-06-24T09:05:00+02:00',"
                + "'content':{'contentType':'%s','title':'%s.jpg',%s}}"
                        .formatted(content.contains("'/9j/") ? "image/jpeg" : "image/png", word, content);
    }

    private String picture(String content, String more) {
        return store("Media", media(content, more));
    }

    private String store(String type, String body) {
        HttpResponse<String> answer = strand.post(loader, type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        stored.add(type + "/" + Answers.json(answer).path("id").asText());
        return stored.get(stored.size() - 1);
    }

    /** A consent that lets marketing have these pictures. */
    Consent choosing(String... pictures) {
        Consent consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept(TERMINOLOGY + "consentscope", "patient-privacy"))
                .addCategory(concept("http://loinc.org", "59284-0"))
                .addCategory(concept(CodeSystems.CONSENT_KIND, "other-clinic"))
                .setPatient(new Reference(patient))
                .setDateTimeElement(new DateTimeType(LocalDate.now().toString()))
                .addPerformer(new Reference(patient))
                .addOrganization(new Reference(OwnConsent.clinic(strand)))
                .setPolicyRule(concept(TERMINOLOGY + "v3-ActCode", "OPTIN"));
        consent.getMeta().addProfile("https://strand.health/fhir/StructureDefinition/hr-extended-consent");
        consent.getSourceAttachment().setLanguage("en").setTitle("A form");
        consent.addPolicy().setUri("https://strand.health/policy/marketing-1");
        consent.getProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addPurpose(new Coding(TERMINOLOGY + "v3-ActReason", "HMARKT", null));
        for (String picture : pictures) {
            consent.getProvision()
                    .addData()
                    .setMeaning(ConsentDataMeaning.INSTANCE)
                    .setReference(new Reference(picture));
        }
        return consent;
    }

    /** Adds that what shows somebody is meant too. */
    static Consent evenIfIdentifying(Consent consent) {
        consent.getProvision()
                .addSecurityLabel(new Coding(TERMINOLOGY + "v3-Confidentiality", "N", null))
                .addSecurityLabel(new Coding(TERMINOLOGY + "v3-ActCode", "IDS", null));
        return consent;
    }

    static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    /** The publication copies in what somebody finds. */
    List<Media> copies(String token) {
        return Answers.pages(strand, token, "Media?_count=100").stream()
                .map(entry -> (Media) entry.getResource())
                .filter(media ->
                        "Picture for publication".equals(media.getContent().getTitle()))
                .toList();
    }

    /** What was written for a test goes with it: tasks and receipts first, for they refer to the consents. */
    void remove() {
        consents().forEach(consent -> strand.post(loader, consent + "/$revoke", "{\"resourceType\":\"Parameters\"}"));
        Answers.pages(strand, loader, TASKS + patient).forEach(each -> delete("Task", each.getResource()));
        for (String consent : consents()) {
            Answers.pages(strand, loader, "Provenance?target=" + consent)
                    .forEach(receipt -> delete("Provenance", receipt.getResource()));
            strand.delete(loader, consent);
        }
        for (int last = stored.size() - 1; last >= 0; last--) {
            strand.delete(loader, stored.get(last));
        }
    }

    private List<String> consents() {
        String search = "Consent?patient=" + patient + "&category=" + CodeSystems.CONSENT_KIND + "%7Cother-clinic";
        return Answers.pages(strand, loader, search).stream()
                .map(each -> "Consent/" + each.getResource().getIdElement().getIdPart())
                .toList();
    }

    private void delete(String type, Resource resource) {
        String path = type + "/" + resource.getIdElement().getIdPart();
        assertThat(strand.delete(loader, path).statusCode()).isIn(200, 204);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}

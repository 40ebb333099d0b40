package health.strand.server;

import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Writes the Consent that a case of the acceptance matrix says in its few words. */
final class CaseConsent {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final Set<String> CONFIDENTIALITY = Set.of("U", "L", "M", "N", "R", "V");
    private static final List<String> KINDS = List.of("care", "imaging", "genetics");

    private final RunningStrand strand;
    private final CaseWorld world;

    CaseConsent(RunningStrand strand, CaseWorld world) {
        this.strand = strand;
        this.world = world;
    }

    @SuppressWarnings("unchecked")
    Consent of(Map<String, Object> written, int index) {
        boolean permit = written.containsKey("permit");
        Map<String, Object> root = said(written, permit);
        String kind = (String) written.getOrDefault("kind", KINDS.get(index));
        Consent consent = new Consent()
                .setStatus(ConsentState.valueOf(
                        ((String) written.getOrDefault("status", "active")).toUpperCase(java.util.Locale.ROOT)))
                .setScope(concept(TERMINOLOGY + "consentscope", "patient-privacy"))
                .addCategory(concept("http://loinc.org", "59284-0"))
                .addCategory(concept("https://strand.health/fhir/CodeSystem/consent-kind", kind))
                .setPatient(new Reference(world.item("patient")))
                .setDateTimeElement(
                        new DateTimeType(LocalDate.now().minusDays(3).toString()))
                .addPerformer(new Reference(world.item("patient")))
                .addOrganization(new Reference("Organization/" + organization("clinic")))
                .setPolicyRule(concept(TERMINOLOGY + "v3-ActCode", permit ? "OPTIN" : "OPTOUT"))
                .setProvision(provision(permit, root, (List<Map<String, Object>>) written.get("with")));
        consent.getMeta().addProfile("https://strand.health/fhir/StructureDefinition/hr-extended-consent");
        consent.getSourceAttachment().setLanguage("en").setTitle("A form");
        consent.addPolicy().setUri("https://strand.health/policy/" + kind + "-1");
        return consent;
    }

    @SuppressWarnings("unchecked")
    private ProvisionComponent provision(
            boolean permit, Map<String, Object> said, @Nullable List<Map<String, Object>> nested) {
        ProvisionComponent provision =
                new ProvisionComponent().setType(permit ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY);
        said.forEach((word, value) -> say(provision, word, String.valueOf(value)));
        if (nested != null) {
            for (Map<String, Object> inner : nested) {
                boolean permits = inner.containsKey("permit");
                provision.addProvision(
                        provision(permits, said(inner, permits), (List<Map<String, Object>>) inner.get("with")));
            }
        }
        return provision;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> said(Map<String, Object> written, boolean permit) {
        return (Map<String, Object>) Objects.requireNonNull(written.get(permit ? "permit" : "deny"));
    }

    private void say(ProvisionComponent provision, String word, String value) {
        switch (word) {
            case "purpose" -> provision.addPurpose(new Coding(TERMINOLOGY + "v3-ActReason", value, null));
            case "action" -> provision.addAction(concept(TERMINOLOGY + "consentaction", value));
            case "label" ->
                provision.addSecurityLabel(new Coding(
                        TERMINOLOGY + (CONFIDENTIALITY.contains(value) ? "v3-Confidentiality" : "v3-ActCode"),
                        value,
                        null));
            case "actor" ->
                provision
                        .addActor()
                        .setRole(concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"))
                        .setReference(new Reference(actor(value)));
            case "identifier" -> {
                provision.addActor().setRole(concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"));
                provision
                        .getActor()
                        .get(provision.getActor().size() - 1)
                        .getReference()
                        .setIdentifier(new Identifier()
                                .setSystem(CodeSystems.DEMO_IDENTIFIER)
                                .setValue(value));
            }
            case "class" -> provision.addClass_(new Coding("http://hl7.org/fhir/resource-types", value, null));
            case "code" -> provision.addCode(concept("http://hl7.org/fhir/sid/icd-10", value));
            case "dataPeriod" -> {
                String period = value.equals("this month") ? YearMonth.now().toString() : value;
                provision.setDataPeriod(
                        new Period().setStartElement(new DateTimeType(period)).setEndElement(new DateTimeType(period)));
            }
            case "instance", "dependents", "related" ->
                provision
                        .addData()
                        .setMeaning(ConsentDataMeaning.fromCode(word))
                        .setReference(new Reference(world.item(value)));
            case "authoredby" ->
                provision.addData().setMeaning(ConsentDataMeaning.AUTHOREDBY).setReference(new Reference(actor(value)));
            case "from" -> provision.setPeriod(new Period().setStartElement(day(value)));
            case "until" -> provision.setPeriod(new Period().setEndElement(day(value)));
            default -> throw new IllegalArgumentException(word);
        }
    }

    /** So many days from today. */
    private static DateTimeType day(String days) {
        return new DateTimeType(LocalDate.now().plusDays(Integer.parseInt(days)).toString());
    }

    private String actor(String name) {
        return switch (name) {
            case "team" -> world.item("team");
            case "app" -> device("strand-app");
            case "vox" -> device(RunningStrand.VOX);
            case "fit" -> device(RunningStrand.FIT);
            case "otherPractice" -> "Organization/" + organization("other-practice");
            default -> "Practitioner/" + strand.id(name);
        };
    }

    /** The device that stands for an app. */
    private String device(String app) {
        String device = "{\"resourceType\":\"Device\",\"identifier\":[{\"system\":"
                + "\"https://strand.health/fhir/sid/client-id\",\"value\":\"" + app + "\"}]}";
        return "Device/"
                + Answers.json(strand.post(strand.token("loader"), "Device", device))
                        .at("/id")
                        .asText();
    }

    private String organization(String key) {
        return Answers.bundle(strand.get(
                        strand.token("loader"), "Organization?identifier=" + CodeSystems.DEMO_IDENTIFIER + "%7C" + key))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}

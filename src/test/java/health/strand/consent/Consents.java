package health.strand.consent;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Consents of Ana's, written as clients write them. */
final class Consents {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";

    private Consents() {}

    /** An active consent to treatment by the clinic. */
    static Consent permit() {
        return consent("OPTIN", ConsentProvisionType.PERMIT);
    }

    /** An active refusal. */
    static Consent deny() {
        return consent("OPTOUT", ConsentProvisionType.DENY);
    }

    private static Consent consent(String rule, ConsentProvisionType type) {
        Consent consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .addCategory(concept(CodeSystems.LOINC, "59284-0"))
                .addCategory(concept(CodeSystems.CONSENT_KIND, "imaging"))
                .setPatient(new Reference("Patient/ana"))
                .setDateTimeElement(new DateTimeType("2024-06-24"))
                .addPerformer(new Reference("Patient/ana"))
                .addOrganization(new Reference("Organization/clinic"))
                .setPolicyRule(concept(CodeSystems.ACT_CODE, rule));
        consent.addPolicy().setUri(Canonical.POLICY + "imaging-1");
        consent.getProvision().setType(type);
        consent.setId("Consent/c1/_history/3");
        consent.getMeta().setVersionId("3");
        return consent;
    }

    /** With more said in the root. */
    static Consent with(Consent consent, Consumer<ProvisionComponent> more) {
        more.accept(consent.getProvision());
        return consent;
    }

    static ProvisionComponent nested(ConsentProvisionType type, Consumer<ProvisionComponent> more) {
        ProvisionComponent provision = new ProvisionComponent().setType(type);
        more.accept(provision);
        return provision;
    }

    static void actor(ProvisionComponent provision, String reference) {
        actor(provision, new Reference(reference));
    }

    static void actor(ProvisionComponent provision, Reference reference) {
        provision.addActor().setRole(concept(CodeSystems.PARTICIPATION, "IRCP")).setReference(reference);
    }

    static void data(ProvisionComponent provision, ConsentDataMeaning meaning, String reference) {
        provision.addData().setMeaning(meaning).setReference(new Reference(reference));
    }

    static Coding purpose(String code) {
        return new Coding(CodeSystems.ACT_REASON, code, null);
    }

    static Coding confidentiality(String code) {
        return new Coding(CodeSystems.CONFIDENTIALITY, code, null);
    }

    static Coding sensitivity(String code) {
        return new Coding(CodeSystems.ACT_CODE, code, null);
    }

    static CodeableConcept action(String code) {
        return concept("http://terminology.hl7.org/CodeSystem/consentaction", code);
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    static Period period(@Nullable String start, @Nullable String end) {
        Period period = new Period();
        if (start != null) {
            period.setStartElement(new DateTimeType(start));
        }
        if (end != null) {
            period.setEndElement(new DateTimeType(end));
        }
        return period;
    }

    /** Rules nested so deep, the root counted. */
    static Consent nestedDeep(Consent consent, int depth) {
        ProvisionComponent innermost = consent.getProvision();
        for (int level = 1; level < depth; level++) {
            innermost = innermost.addProvision().setType(ConsentProvisionType.PERMIT);
        }
        return consent;
    }

    /** A clinician's reason to keep something from the patient, of this date. */
    static Extension withheld(@Nullable String since) {
        Extension reason = new Extension(Canonical.WITHHELD);
        reason.addExtension("since", new DateTimeType(since));
        reason.addExtension("reason", new StringType("to be told in person"));
        reason.addExtension("by", new Reference("Practitioner/sora"));
        return reason;
    }
}

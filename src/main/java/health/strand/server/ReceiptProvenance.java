package health.strand.server;

import health.strand.access.Requester;
import health.strand.consent.ConsentChange;
import health.strand.profiles.CodeSystems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Says in the record who did what to a consent, and holds the receipt of it.
 *
 * @see <a href="https://hl7.org/fhir/R4/provenance.html#signatures">FHIR R4, Provenance, signatures</a>
 */
record ReceiptProvenance(
        ConsentChange change,
        List<String> ended,
        @Nullable Requester requester,
        @Nullable CodeableConcept reason) {

    /** How the signature is written: a compact JWS. */
    static final String FORMAT = "application/jose";

    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String URI = "urn:ietf:rfc:3986";
    /** Verification Signature: whoever signs vouches for what is said, and did not decide it. */
    private static final Coding VERIFICATION =
            new Coding("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.5", "Verification Signature");

    Provenance holding(String receipt, String issuer, Instant now) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(change.reference()));
        provenance.setRecorded(Date.from(now));
        boolean revises = change.before() != null || !ended.isEmpty();
        provenance.setActivity(new CodeableConcept(new Coding(OPERATION, revises ? "UPDATE" : "CREATE", null)));
        if (reason != null) {
            provenance.addReason(reason);
        }
        decider(provenance);
        recorder(provenance);
        change.revised().ifPresent(version -> revision(provenance, version));
        ended.forEach(version -> revision(provenance, version));
        provenance.addSignature(new Signature()
                .addType(VERIFICATION.copy())
                .setWhen(Date.from(now))
                .setWho(new Reference()
                        .setIdentifier(new Identifier().setSystem(URI).setValue(issuer)))
                .setSigFormat(FORMAT)
                .setData(receipt.getBytes(StandardCharsets.US_ASCII)));
        return provenance;
    }

    /** Who gave a consent is not who ended it. */
    private void decider(Provenance provenance) {
        if (change.after().getStatus() == org.hl7.fhir.r4.model.Consent.ConsentState.ACTIVE) {
            change.after()
                    .getPerformer()
                    .forEach(who -> agent(provenance, "author", new Reference(who.getReference())));
        }
    }

    private void recorder(Provenance provenance) {
        Reference who = new Reference();
        if (requester == null) {
            who.setDisplay("the record server");
        } else if (requester.person().isEmpty()) {
            who.setIdentifier(new Identifier().setSystem(CodeSystems.CLIENT_ID).setValue(requester.clientId()));
        } else {
            who.setReference(requester.person());
        }
        ProvenanceAgentComponent recorder = agent(provenance, "enterer", who);
        String patient = change.after().getPatient().getReference();
        if (!patient.equals(who.getReference())) {
            recorder.setOnBehalfOf(new Reference(patient));
        }
    }

    private static ProvenanceAgentComponent agent(Provenance provenance, String type, Reference who) {
        return provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(AGENT, type, null)))
                .setWho(who);
    }

    private static void revision(Provenance provenance, String version) {
        provenance.addEntity().setRole(ProvenanceEntityRole.REVISION).setWhat(new Reference(version));
    }
}

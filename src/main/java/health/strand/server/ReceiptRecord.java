package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.google.common.hash.Hashing;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.consent.ConsentChange;
import health.strand.enforcement.CurrentRequester;
import health.strand.receipts.ReceiptSeal;
import health.strand.server.Publications.Prepared;
import health.strand.visibility.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Gives a signed receipt of whatever becomes of a consent, and keeps it in the record: in a Provenance of the consent, as
 * its signature, written in the transaction that changes the consent.
 */
final class ReceiptRecord {

    private static final String GIVEN = ReceiptRecord.class.getName();
    private static final String SCHEMA = "https://strand.health/receipt/1";

    private final DaoRegistry daos;
    private final Visibility visibility;
    private final ReceiptSeal seal;
    private final String base;
    private final Clock clock;

    /** @param base the address of the FHIR endpoint, under which receipts are issued */
    ReceiptRecord(DaoRegistry daos, Visibility visibility, ReceiptSeal seal, String base, Clock clock) {
        this.daos = daos;
        this.visibility = visibility;
        this.seal = seal;
        this.base = base;
        this.clock = clock;
    }

    /**
     * @param ended the versions of other consents whose place this one takes
     * @param pictures how many copies for publication there are of those it chooses
     */
    void keep(ConsentChange change, List<String> ended, Prepared pictures, RequestDetails request) {
        Optional<PatientId> patient = patient(change.after());
        if (change.event().isEmpty() || patient.isEmpty()) {
            return;
        }
        Optional<Requester> requester = CurrentRequester.of(request);
        Instant now = clock.instant();
        visibility.writeAlone(patient.get());
        List<String> before = of(change.reference());
        Map<String, Object> claims = claims(change, ended, requester, last(before), now);
        if (pictures.chosen() > 0) {
            claims.put("pictures", Map.of("chosen", pictures.chosen(), "prepared", pictures.prepared()));
        }
        String receipt = seal.sign(claims);
        Provenance provenance = new ReceiptProvenance(
                        change, ended, requester.orElse(null), Revocation.reasonOf(request))
                .holding(receipt, base, now);
        daos.getResourceDao(Provenance.class).create(provenance, request);
        request.getUserData().put(GIVEN + change.reference(), receipt);
    }

    private Map<String, Object> claims(
            ConsentChange change,
            List<String> ended,
            Optional<Requester> requester,
            @Nullable String previous,
            Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", base);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("sub", change.after().getPatient().getReference());
        claims.put("schema", SCHEMA);
        claims.putAll(change.claims());
        claims.put("replaces", ended);
        requester.ifPresent(who -> {
            claims.put("recorded_by", who.person().isEmpty() ? who.clientId() : who.person());
            claims.put("recorded_in", who.clientId());
        });
        if (change.after().getStatus() == ConsentState.ACTIVE) {
            claims.put("withdraw", "POST " + base + "/" + change.reference() + "/$revoke");
        }
        if (previous != null) {
            claims.put(
                    "previous_sha256",
                    Hashing.sha256()
                            .hashString(previous, StandardCharsets.US_ASCII)
                            .toString());
        }
        return claims;
    }

    /** The patient of this record; there may be none, or one of another server. */
    Optional<PatientId> patient(Consent consent) {
        IdType id = new IdType(consent.getPatient().getReference());
        boolean ours = "Patient".equals(id.getResourceType())
                && PatientId.isValid(String.valueOf(id.getIdPart()))
                && (!id.isAbsolute() || id.getValue().startsWith(base + "/"));
        return ours ? Optional.of(new PatientId(id.getIdPart())) : Optional.empty();
    }

    /** The receipt of what this request did to a consent; empty when it did nothing that has one. */
    static Optional<String> given(RequestDetails request, String consent) {
        return Optional.ofNullable((String) request.getUserData().get(GIVEN + consent));
    }

    /** All receipts of a consent, the earliest first. */
    List<String> of(String consent) {
        return visibility.provenanceOf(consent).stream()
                .flatMap(each -> each.getSignature().stream())
                .filter(signature -> ReceiptProvenance.FORMAT.equals(signature.getSigFormat()) && signature.hasData())
                .map(signature -> new String(signature.getData(), StandardCharsets.US_ASCII))
                // what was not signed here is no receipt, whoever wrote it
                .filter(receipt -> seal.open(receipt).isPresent())
                .toList();
    }

    private static @Nullable String last(List<String> receipts) {
        return receipts.isEmpty() ? null : receipts.get(receipts.size() - 1);
    }
}

package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.access.AccessPolicy;
import health.strand.access.ClientRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reach;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.FiledConsent;
import health.strand.enforcement.OwnAffairs;
import health.strand.explanation.Foreseen;
import health.strand.visibility.Rehearsal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Says what filing a consent would change and for whom, before it is signed. Nothing is stored. */
public final class ConsentPreview {

    private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

    private final DaoRegistry daos;
    private final FhirContext fhir;
    private final Rehearsal rehearsal;
    private final OwnAffairs affairs;

    ConsentPreview(DaoRegistry daos, FhirContext fhir, Rehearsal rehearsal, OwnAffairs affairs) {
        this.daos = daos;
        this.fhir = fhir;
        this.rehearsal = rehearsal;
        this.affairs = affairs;
    }

    /** Files a consent and undoes it. */
    @Operation(
            name = "$preview",
            typeName = "Consent",
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/preview")
    public Parameters preview(@ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        Consent consent = FiledConsent.of(body);
        if (!PATIENT.matcher(String.valueOf(consent.getPatient().getReference()))
                .matches()) {
            throw new InvalidRequestException("the consent names its patient by type and id");
        }
        PatientId patient =
                new PatientId(consent.getPatient().getReferenceElement().getIdPart());
        Requester requester = affairs.require(request, patient);
        Reach told = DecidedReach.of(request).orElseGet(Reach::nothing);
        Reach filer = requester.kind() == RequesterKind.STAFF ? ofPatient(patient) : told;
        Consent signed = signed(consent);
        Foreseen foreseen = rehearsal.of(new Rehearsal.Scene(
                patient,
                filer,
                told,
                affairs.readable(request),
                () -> daos.getResourceDao(Consent.class).create(signed, request)));
        return parameters(foreseen);
    }

    /** One that is drafted or proposed is looked at as if it were signed as it stands; the door looks at it anew. */
    private Consent signed(Consent consent) {
        if (consent.getStatus() != ConsentState.DRAFT && consent.getStatus() != ConsentState.PROPOSED) {
            consent.setId((String) null);
            return consent;
        }
        Consent copy = fhir.newJsonParser()
                .parseResource(Consent.class, fhir.newJsonParser().encodeResourceToString(consent));
        copy.setId((String) null);
        return copy.setStatus(ConsentState.ACTIVE);
    }

    /** The privacy officer files nothing; what they ask about is filed by the patient. */
    private static Reach ofPatient(PatientId patient) {
        Reader owner = new Reader(
                ReaderKind.PATIENT,
                "Patient/" + patient,
                Set.of(),
                ClientRole.OWN,
                PurposeOfUse.PATRQT,
                Set.of(),
                Map.of(patient, Relation.SELF));
        return new AccessPolicy().farthest(owner.through("", true));
    }

    private static Parameters parameters(Foreseen foreseen) {
        Parameters answer = new Parameters();
        foreseen.ended().forEach(each -> answer.addParameter("ends", new Reference(each)));
        for (Foreseen.OfReader each : foreseen.readers()) {
            ParametersParameterComponent part = answer.addParameter().setName("reader");
            ExplainedAccess.reader(part, each.reader(), each.client());
            ExplainedAccess.add(part, "changes", new BooleanType(each.changes()));
            each.classes().forEach((dataClass, change) -> {
                if (change.changes() || change.unchanged() > 0) {
                    ParametersParameterComponent ofClass = part.addPart().setName("class");
                    ExplainedAccess.add(ofClass, "code", new CodeType(dataClass.code()));
                    ExplainedAccess.add(ofClass, "before", new BooleanType(change.before()));
                    ExplainedAccess.add(ofClass, "after", new BooleanType(change.after()));
                    ExplainedAccess.add(ofClass, "newly-visible", new IntegerType(change.newly()));
                    ExplainedAccess.add(ofClass, "no-longer-visible", new IntegerType(change.noLonger()));
                    ExplainedAccess.add(ofClass, "unchanged", new IntegerType(change.unchanged()));
                }
            });
        }
        return answer;
    }
}

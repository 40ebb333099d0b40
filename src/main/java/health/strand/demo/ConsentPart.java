package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Writes what the patient has decided, one Consent for each purpose. */
final class ConsentPart {

    private final Chart chart;
    private final Reference careTeam;
    private final Reference signer;

    /** For a patient whose decisions the signer takes: the patient, or the guardian of a minor. */
    ConsentPart(Chart chart, Reference careTeam, Reference signer) {
        this.chart = chart;
        this.careTeam = careTeam;
        this.signer = signer;
    }

    /** Writes them and gives those there are. */
    Map<Purpose, Reference> write() {
        Map<Purpose, Reference> consents = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Decision decision = Decision.of(chart.story(), purpose, chart.dice());
            if (decision != Decision.UNASKED) {
                consents.put(purpose, chart.add(consent(purpose, decision), Labels.normal()));
            }
        }
        return consents;
    }

    private Consent consent(Purpose purpose, Decision decision) {
        boolean refused = decision == Decision.REFUSED;
        Consent consent = new Consent()
                .setStatus(decision == Decision.WITHDRAWN ? ConsentState.INACTIVE : ConsentState.ACTIVE)
                .setScope(hl7("consentscope", "patient-privacy"))
                .addCategory(concept(CodeSystems.LOINC, "59284-0"))
                .addCategory(concept(CodeSystems.CONSENT_KIND, purpose.code))
                .setPatient(chart.patient())
                .setDateTimeElement(Times.day(chart.story().firstVisit()))
                .addPerformer(signer)
                .addOrganization(chart.clinic())
                .setPolicyRule(concept(CodeSystems.ACT_CODE, refused ? "OPTOUT" : "OPTIN"));
        consent.addPolicy().setUri(Canonical.POLICY + purpose.code + "-1");
        consent.getSourceAttachment().setLanguage("en").setTitle("Form signed at the clinic");
        consent.setProvision(provision(purpose, decision));
        return consent;
    }

    private Consent.ProvisionComponent provision(Purpose purpose, Decision decision) {
        boolean refused = decision == Decision.REFUSED;
        Consent.ProvisionComponent provision = new Consent.ProvisionComponent()
                .setType(refused ? ConsentProvisionType.DENY : ConsentProvisionType.PERMIT)
                .setPeriod(period(decision))
                .addPurpose(new Coding().setSystem(CodeSystems.ACT_REASON).setCode(purpose.reason))
                .addSecurityLabel(new Coding().setSystem(purpose.labelSystem).setCode(purpose.label));
        provision.addActor().setRole(concept(CodeSystems.PARTICIPATION, "IRCP")).setReference(actor(purpose));
        return provision;
    }

    private Period period(Decision decision) {
        LocalDate from = chart.story().firstVisit();
        Period period = new Period().setStartElement(Times.day(from));
        if (decision == Decision.EXPIRED) {
            LocalDate year = from.plusYears(1);
            LocalDate end = year.isBefore(chart.today()) ? year : chart.today().minusDays(10);
            period.setEndElement(Times.day(end));
        }
        return period;
    }

    private Reference actor(Purpose purpose) {
        return switch (purpose) {
            case CARE, IMAGING -> careTeam;
            // Ana's is there to be withdrawn, so it lets somebody see something
            case VENDOR_CLOUD ->
                chart.registry().organization(chart.story().isAna() ? Party.ANALYTICS_VENDOR : Party.IMAGING_VENDOR);
            case RESEARCH -> chart.registry().organization(Party.UNIVERSITY);
            case MARKETING -> chart.registry().person(Staff.MIA);
            case GENETICS -> careTeam;
        };
    }
}

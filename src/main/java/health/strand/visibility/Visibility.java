package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.AccessPolicy;
import health.strand.access.Audience;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.PurposeOfUse;
import health.strand.careteam.Affiliations;
import health.strand.careteam.Bookings;
import health.strand.careteam.ClinicRoles;
import health.strand.careteam.Treatments;
import health.strand.consent.ConsentReader;
import health.strand.consent.Mandates;
import health.strand.emergency.Emergencies;
import health.strand.explanation.Decisions;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.PatientSubjects;
import health.strand.labeling.SecurityLabeler;
import health.strand.oversight.PrivacyCases;
import health.strand.projection.Projections;
import health.strand.representation.MandateReader;
import health.strand.representation.Representatives;
import health.strand.vault.Bodies;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the room together, so that its parts stay its own. */
public final class Visibility {

    private final DataSource requests;
    private final Cells cells;
    private final Moves moves;
    private final Directives directives;
    private final Mandates mandates;
    private final StoredProvenance provenance;
    private final Grants grants;
    private final Recompilation recompilation;
    private final Verdicts verdicts;
    private final CellAssignment assignment;
    private final FreshCells fresh;
    private final StoredSources sources;
    private final Kinship kinship;
    private final DataClassifier classifier;
    private final SecurityLabeler labeler;
    private final RightsChanges changes;
    private final Rereading rereading;
    private final Explanations explanations;
    private final Pictures pictures;
    private final Clock clock;
    private final String settings;

    /** Who says who is who. */
    public record Register(
            ClinicRoles roles,
            Treatments treatments,
            Bookings bookings,
            Affiliations affiliations,
            Representatives representatives,
            Emergencies emergencies,
            PrivacyCases cases,
            MandateReader mandates,
            Clients clients) {}

    /**
     * @param requests connections of the request role
     * @param organizations the clinic's own, towards which consents count; empty for all
     * @param address of the FHIR endpoint
     * @param settings by which decisions are compiled
     */
    public Visibility(
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            PlainIndex index,
            DataClassifier classifier,
            SecurityLabeler labeler,
            VisibleReferences visible,
            PatientSubjects subjects,
            Register register,
            PolicyDecisionPoint decisions,
            ClinicTime time,
            Set<String> organizations,
            String address,
            DecisionSettings settings) {
        this.requests = requests;
        this.rereading = new Rereading(requests, fhir, bodies, register);
        this.settings = settings.digest();
        StoredPeople people = new StoredPeople(requests, fhir, bodies);
        StoredReferences record = new StoredReferences(requests, people, register.mandates());
        this.provenance = new StoredProvenance(requests, fhir, bodies);
        StoredSurroundings surroundings = new StoredSurroundings(requests, provenance, address);
        this.mandates = new StoredMandates(people, register.mandates());
        this.directives = new Directives(requests, fhir, new ConsentReader(time.zone(), organizations, record));
        TraitsReader traits = new TraitsReader(time.zone(), address, surroundings, directives, time.clock());
        this.cells = new Cells(requests);
        this.moves = new Moves(requests, bodies, index, cells);
        this.pictures = new Pictures(directives, register);
        this.clock = time.clock();
        this.verdicts = new Verdicts(decisions);
        this.explanations = new Explanations(
                pictures,
                directives,
                cells,
                register.affiliations(),
                verdicts,
                new Decisions(new AccessPolicy(), verdicts::answer),
                clock);
        this.grants = new Grants(requests, this.settings);
        this.recompilation = new Recompilation(
                directives,
                pictures,
                cells,
                verdicts,
                grants,
                new Retraiting(requests, fhir, bodies, traits, directives, surroundings, cells, moves),
                time.clock());
        this.fresh = new FreshCells(requests, cells, recompilation, register, time);
        this.sources = new StoredSources(requests, fhir, bodies);
        this.kinship = new Kinship(sources, visible, classifier, cells, address);
        this.assignment = new CellAssignment(cells, kinship, labeler, subjects, traits);
        this.classifier = classifier;
        this.labeler = labeler;
        this.changes = new RightsChanges(
                directives,
                register.treatments(),
                register.bookings(),
                register.affiliations(),
                register.representatives(),
                surroundings,
                register.emergencies(),
                register.cases(),
                resource -> directives.speakingOfSingleOnes(subjects.of(resource, UnaryOperator.identity())),
                recompilation);
    }

    /** Has it decided anew, before the transaction commits, who sees what about a patient. */
    public void decideAnew(PatientId patient) {
        recompilation.patients(List.of(patient));
    }

    /** Decides it anew at once, and says whether the patient is there for somebody because of an emergency. */
    public boolean opens(PatientId patient, String person) {
        return isThereNow(patient, Audience.inEmergency(person));
    }

    /** Decides it anew at once, and says whether the patient is there for somebody at the desk. */
    public boolean isKnownAtDesk(PatientId patient, String person) {
        return isThereNow(patient, Audience.of(ClinicRole.RECEPTION), new Audience(person, PurposeOfUse.PATADMIN));
    }

    private boolean isThereNow(PatientId patient, Audience... audiences) {
        recompilation.now(patient);
        OptionalInt cell = cells.current("Patient", patient.value());
        return cell.isPresent() && Stream.of(audiences).anyMatch(each -> grants.isGranted(cell.getAsInt(), each));
    }

    /**
     * The consents of a patient that are active in this transaction. Until it ends nobody else changes what is decided by
     * about the patient.
     */
    public List<Consent> activeConsents(PatientId patient) {
        return directives.resources(patient);
    }

    /** The consents that decide about a patient once a written one is stored, that one among them. */
    public List<ConsentDirective> decidingWith(Consent written) {
        return directives.together(written);
    }

    /** Those of some consents that decisions cannot be made by as they are written. */
    public List<Consent> unreadable(List<Consent> consents) {
        return directives.unreadable(consents);
    }

    /** The active consents of the next patients in the order of their ids; empty after the last one. */
    public SortedMap<String, List<Consent>> nextConsents(String afterPatient, int patients) {
        return directives.next(afterPatient, patients);
    }

    /** The same as they are found by somebody who only writes beside others. */
    public List<Consent> storedConsents(PatientId patient) {
        return directives.stored(patient);
    }

    /** Until the transaction ends, nobody else writes anything about the patient. */
    public void writeAlone(PatientId patient) {
        directives.alone(List.of(patient));
    }

    /** The Provenance resources about a resource, whoever asks, in the order in which they were recorded. */
    public List<Provenance> provenanceOf(String reference) {
        return provenance.of(reference);
    }

    /** Compiles what was compiled by other settings, before the server opens. */
    public Catchup catchup(PlatformTransactionManager transactions) {
        return new Catchup(requests, transactions, rereading, recompilation, settings);
    }

    /** Says who can see what of a patient. */
    public Onlookers onlookers() {
        return new Onlookers(pictures, cells, verdicts, clock);
    }

    /** Who may decide for patients. */
    public Mandates mandates() {
        return mandates;
    }

    /** What listens to HAPI. */
    public List<Object> interceptors(EntityManager entities, Projections projections) {
        return List.of(
                assignment,
                new CellMoves(
                        assignment,
                        fresh,
                        cells,
                        new Inheritance(kinship, sources, labeler, assignment, fresh, cells, moves, entities),
                        moves,
                        entities),
                new FormerLinks(projections, entities),
                changes);
    }

    /** The class of a resource that is being shown: that of its cell, which is about all its versions, or a higher one. */
    public DataClass classOf(Resource shown) {
        DataClass own = classifier.classify(shown);
        Optional<DataClass> kept = CellAssignment.of(shown).stream()
                .mapToObj(cell -> DataClass.fromNumber(cell & Cells.CLASSES))
                .flatMap(Optional::stream)
                .findFirst();
        return kept.map(each -> shown instanceof Provenance && own != DataClass.GENETIC
                        ? each
                        : DataClassifier.moreGuarded(each, own))
                .orElse(own);
    }

    /** The class of a resource in an answer: that of its cell where it comes from the record, and else by what it says. */
    public DataClass shownClassOf(Resource shown) {
        return CellAssignment.of(shown).stream()
                .mapToObj(cell -> DataClass.fromNumber(cell & Cells.CLASSES))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> classifier.classify(shown));
    }

    /** Finds the pictures for publication. */
    public StoredCopies copies() {
        return new StoredCopies(requests, cells);
    }

    /** Lets the server write what nobody else may. */
    public ServerWrites serverWrites(EntityManager entities) {
        return new ServerWrites(requests, cells, entities);
    }

    /** Says whether pictures may be taken in. */
    public Collecting collecting() {
        return new Collecting(requests, cells, pictures, verdicts, clock);
    }

    /** Says why it is decided as it is. */
    public Explanations explanations() {
        return explanations;
    }

    /** Tries what filing a consent would change, and undoes it. */
    public Rehearsal rehearsal(PlatformTransactionManager transactions, EntityManager entities) {
        return new Rehearsal(
                transactions,
                entities,
                directives,
                recompilation,
                pictures,
                explanations,
                new Views(requests, cells),
                clock);
    }

    /** Finds references that lead into another patient's record. */
    public Strangers strangers(PatientSubjects subjects, FhirContext fhir, VisibleReferences visible) {
        return new Strangers(cells, subjects, fhir, visible);
    }
}

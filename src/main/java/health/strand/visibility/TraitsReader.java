package health.strand.visibility;

import health.strand.access.ClassCriterion;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.DataCriterion;
import health.strand.access.PatientId;
import health.strand.access.ResourceFacts;
import health.strand.consent.FactsReader;
import health.strand.consent.Surroundings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/** Reads from a labelled resource what its cell must tell apart. */
final class TraitsReader {

    private static final String ASKED_AT = TraitsReader.class.getName();

    private final FactsReader whole;
    private final FactsReader alone;
    private final Directives directives;
    private final Clock clock;

    /** @param address of the FHIR endpoint */
    TraitsReader(ZoneId zone, String address, Surroundings surroundings, Directives directives, Clock clock) {
        this.whole = new FactsReader(zone, address, surroundings);
        this.alone = new FactsReader(zone, address, new Nothing());
        this.directives = directives;
        this.clock = clock;
    }

    /** The traits of a resource that is being written. */
    Traits of(Resource resource, Set<PatientId> patients, DataClass dataClass) {
        if (resource instanceof Consent) {
            // before it writes beside others: two that do so cannot both go on to change what is decided by
            directives.alone(patients);
        }
        List<ConsentDirective> conditional = directives.conditional(patients);
        // what lies around it matters to consents about single resources only, and most patients have none
        FactsReader reader = conditional.isEmpty() ? alone : whole;
        ResourceFacts facts = reader.read(resource, patients, dataClass, askedAt(resource));
        return new Traits(
                facts.confidentiality(),
                new TreeSet<>(facts.sensitivities()),
                // the one class in which a right hangs on who was asked: laboratories see their own work
                dataClass == DataClass.GENETIC ? new TreeSet<>(facts.performers()) : new TreeSet<>(),
                facts.withheldFromPatientUntil(),
                met(facts, conditional));
    }

    /** HAPI asks for the cell of a new resource more than once; what is reckoned from now must come out the same. */
    private Instant askedAt(Resource resource) {
        if (resource.getUserData(ASKED_AT) instanceof Instant asked) {
            return asked;
        }
        Instant now = clock.instant();
        resource.setUserData(ASKED_AT, now);
        return now;
    }

    /** The conditions that a stored resource meets. */
    SortedSet<String> met(Resource stored, Cell cell, Instant created, Collection<ConsentDirective> conditional) {
        return met(whole.read(stored, cell.patients(), cell.dataClass(), created), conditional);
    }

    /**
     * The conditions that a file meets because what tells of it meets them: what is said of a picture by its visit, time,
     * code or author is said of its file. Of types a consent speaks by themselves.
     */
    SortedSet<String> metByHolder(
            Resource holder, Cell cell, Instant created, Collection<ConsentDirective> conditional) {
        ResourceFacts facts = whole.read(holder, cell.patients(), cell.dataClass(), created);
        return met(facts, conditional, criterion -> !(criterion instanceof ClassCriterion));
    }

    private static SortedSet<String> met(ResourceFacts facts, Collection<ConsentDirective> conditional) {
        return met(facts, conditional, criterion -> true);
    }

    private static SortedSet<String> met(
            ResourceFacts facts, Collection<ConsentDirective> conditional, Predicate<DataCriterion> asked) {
        return conditional.stream()
                .flatMap(each -> each.criteria().stream())
                .filter(asked)
                .filter(criterion -> criterion.isMetBy(facts))
                .map(CriterionKeys::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For when nobody asks what lies around a resource. */
    private static final class Nothing implements Surroundings {

        @Override
        public Set<String> carriersOf(String binary) {
            return Set.of();
        }

        @Override
        public Set<String> authorsOf(String reference) {
            return Set.of();
        }

        @Override
        public Set<String> above(String codeOrProfile) {
            return Set.of();
        }
    }
}

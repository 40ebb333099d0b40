package health.strand.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules read off the paper a second time, as slowly and plainly as possible: every provision is looked at along its
 * own line from the root, and nothing of the engine is called.
 *
 * @param rights what the base policy says, as {@code reader/relation/purpose/class} to a letter
 * @param absoluteOptOut whether the law lets a patient close data in emergencies too
 */
record NaiveDecision(
        Map<String, String> rights,
        Set<String> gate,
        boolean absoluteOptOut,
        Reader reader,
        ResourceFacts facts,
        Action asked,
        List<ConsentDirective> consents,
        Instant at) {

    /** Purposes a named one speaks for, beside itself. */
    private static final Map<String, Set<String>> SPEAKS_FOR = Map.of(
            "TREAT", Set.of("ETREAT", "CLINTRL", "COC", "POPHLTH"),
            "HPAYMT", Set.of("CLMATTCH", "COVAUTH", "COVERAGE", "ELIGDTRM", "ELIGVER", "ENROLLM", "REMITADV"),
            "COVERAGE", Set.of("ELIGDTRM", "ELIGVER", "ENROLLM"),
            "SYSDEV", Set.of("HTEST"),
            "HRESCH", Set.of("BIORCH", "CLINTRCH", "CLINTRCHNPC", "CLINTRCHPC", "DSRCH", "PRECLINTRCH", "TRANSRCH"),
            "CLINTRCH", Set.of("CLINTRCHNPC", "CLINTRCHPC"),
            "PUBHLTH", Set.of("DISASTER", "THREAT"),
            "HOPERAT", operations());

    private static final String LEVELS = "ULMNRV";

    /** Permit, deny, or permit the minimum. */
    String answer() {
        if (facts.patients().isEmpty()) {
            return isOfClinic() ? "permit" : byBase("BOOKED");
        }
        Set<String> answers = new HashSet<>();
        for (PatientId patient : facts.patients()) {
            for (Action action : asked == Action.DISCLOSE ? List.of(Action.ACCESS, Action.DISCLOSE) : List.of(asked)) {
                answers.add(of(patient, action));
            }
        }
        return answers.contains("deny") ? "deny" : answers.contains("minimum") ? "minimum" : "permit";
    }

    /** What consents say that are asked at all: the consent, its word, and the way to the provision. */
    Set<String> consentWords() {
        Set<String> words = new TreeSet<>();
        for (PatientId patient : facts.patients()) {
            for (Action action : asked == Action.DISCLOSE ? List.of(Action.ACCESS, Action.DISCLOSE) : List.of(asked)) {
                if (asksConsents(patient)) {
                    said(patient, action).forEach(each -> words.add(patient + " " + each));
                }
            }
        }
        return words;
    }

    private boolean asksConsents(PatientId patient) {
        boolean ownWithoutApp = isOwner(patient) && !(isGated() && viaApp());
        boolean hidden = withheld() && (isOwner(patient) || isAgent(patient));
        boolean shut = hidden || (isAgent(patient) && personal());
        return !(isOfficer() && !isOfClinic()) && !ownWithoutApp && !shut;
    }

    private String of(PatientId patient, Action action) {
        List<String> said = asksConsents(patient) ? said(patient, action) : List.of();
        boolean denied = said.stream().anyMatch(each -> each.contains(" DENY "));
        boolean permitted = said.stream().anyMatch(each -> each.contains(" PERMIT "));
        boolean named = gatedCodes().stream()
                .allMatch(code -> permits(patient, action)
                        .anyMatch(line -> sensitivities(line).contains(code)));
        if (isOwner(patient) || isAgent(patient)) {
            if (withheld() || (isAgent(patient) && personal()) || denied) {
                return "deny";
            }
            return isGated() && viaApp() && !(permitted && named) ? "deny" : "permit";
        }
        String relation =
                reader.relations().getOrDefault(patient, Relation.NONE).name();
        if (isOfficer() && !isOfClinic()) {
            boolean read = relation.equals("CASE") && action == Action.ACCESS;
            return isRecordOfUse() || read && right(relation).equals("P") ? "permit" : "deny";
        }
        if (reader.purpose().name().equals("BTG")) {
            boolean opens = relation.equals("EMERGENCY")
                    && action == Action.ACCESS
                    && !isGated()
                    && right(relation).equals("P")
                    && (!absoluteOptOut
                            || consents.stream().noneMatch(each -> holdsInEmergencies(each, patient, action)));
            return opens ? "permit" : "deny";
        }
        if (denied) {
            return "deny";
        }
        if (permitted && named) {
            String best = right(relation);
            if (isNamedClinician(patient, action)) {
                best = wider(best, right("TREATING"));
            }
            if (best.equals("S")) {
                return isOwnWork() ? "permit" : "deny";
            }
            return best.equals("-") ? "deny" : best.equals("m") ? "minimum" : "permit";
        }
        return byBase(relation);
    }

    private boolean holdsInEmergencies(ConsentDirective consent, PatientId patient, Action action) {
        if (!consent.patient().equals(patient) || consent.readability() == Readability.UNREADABLE_PERMITTING) {
            return false;
        }
        if (consent.readability() == Readability.UNREADABLE_DENYING) {
            return true;
        }
        List<Line> heard = runs(consent) ? heard(consent, action) : List.of();
        boolean leftOut =
                runs(consent) && heard.isEmpty() && closes(new Line(List.of(consent.root()), List.of()), action);
        List<Line> denying =
                heard.stream().filter(line -> line.type() == Effect.DENY).toList();
        return consent.absolute() && (leftOut || !denying.isEmpty())
                || denying.stream()
                        .anyMatch(line -> line.first(Provision::purposes).contains(PurposeOfUse.BTG));
    }

    private String byBase(String relation) {
        return switch (right(relation)) {
            case "P" -> isGated() ? "deny" : "permit";
            case "m" -> isGated() ? "deny" : "minimum";
            case "S" -> isOwnWork() ? "permit" : "deny";
            default -> "deny";
        };
    }

    private boolean isOwnWork() {
        return facts.performers().stream().anyMatch(reader.actors()::contains);
    }

    private String right(String relation) {
        if (isOfClinic()) {
            return "P";
        }
        if (reader.kind() == ReaderKind.PATIENT || reader.kind() == ReaderKind.REPRESENTATIVE) {
            return "-";
        }
        boolean own = reader.kind() == ReaderKind.SYSTEM && reader.clientRole() == ClientRole.OWN;
        Set<String> names = own
                ? Set.of("system")
                : reader.roles().stream().map(ClinicRole::code).collect(Collectors.toSet());
        String purpose = reader.purpose().name().equals("ETREAT")
                ? "TREAT"
                : reader.purpose().name();
        String best = "-";
        for (String name : names) {
            for (String each : List.of(relation, "NONE")) {
                String key = name + "/" + each + "/" + purpose + "/" + facts.dataClass();
                best = wider(best, rights.getOrDefault(key, "-"));
            }
        }
        return best;
    }

    private static String wider(String one, String other) {
        return "PmSO-".indexOf(one) < "PmSO-".indexOf(other) ? one : other;
    }

    /** Consent, effect and path of every word of this patient's consents. */
    private List<String> said(PatientId patient, Action action) {
        List<String> said = new ArrayList<>();
        for (ConsentDirective consent : consents) {
            if (!consent.patient().equals(patient)) {
                continue;
            }
            if (consent.readability() == Readability.UNREADABLE_DENYING) {
                said.add(consent.reference() + " DENY []");
            } else if (consent.readability() == Readability.UNREADABLE_PERMITTING) {
                said.add(consent.reference() + " null []");
            } else if (runs(consent)) {
                List<Line> heard = heard(consent, action);
                heard.forEach(line -> said.add(consent.reference() + " " + line.type() + " " + line.path()));
                if (heard.isEmpty() && closes(new Line(List.of(consent.root()), List.of()), action)) {
                    said.add(consent.reference() + " DENY []");
                }
            }
        }
        return said;
    }

    private Stream<Line> permits(PatientId patient, Action action) {
        return consents.stream()
                .filter(consent -> consent.patient().equals(patient))
                .filter(consent -> consent.readability() == Readability.READABLE && runs(consent))
                .flatMap(consent -> heard(consent, action).stream())
                .filter(line -> line.type() == Effect.PERMIT);
    }

    private boolean isNamedClinician(PatientId patient, Action action) {
        Set<String> clinicians =
                Set.of("surgeon", "dermatologist", "trichologist", "nurse", "technician", "external-clinician");
        return reader.kind() == ReaderKind.STAFF
                && reader.roles().stream().anyMatch(role -> clinicians.contains(role.code()))
                && permits(patient, action)
                        .flatMap(line -> line.first(Provision::actors).stream())
                        .filter(ActorCriterion::resolves)
                        .map(ActorCriterion::reference)
                        .filter(reader.actors()::contains)
                        .anyMatch(name -> name.startsWith("Practitioner/")
                                || name.startsWith("PractitionerRole/")
                                || name.startsWith("CareTeam/"));
    }

    private boolean runs(ConsentDirective consent) {
        return consent.root().period() == null || inside(consent.root().period());
    }

    private boolean inside(Span span) {
        return (span.start() == null || span.start().compareTo(at) <= 0)
                && (span.end() == null || at.compareTo(span.end()) < 0);
    }

    /** The matching provisions without a matching one below them. */
    private List<Line> heard(ConsentDirective consent, Action action) {
        List<Line> all = new ArrayList<>();
        unfold(new Line(List.of(consent.root()), List.of()), all);
        List<Line> matching = all.stream().filter(line -> matches(line, action)).toList();
        return matching.stream()
                .filter(line -> matching.stream().noneMatch(other -> other.isBelow(line)))
                .toList();
    }

    private static void unfold(Line line, List<Line> all) {
        all.add(line);
        List<Provision> below = line.last().provisions();
        for (int i = 0; i < below.size(); i++) {
            List<Provision> provisions = new ArrayList<>(line.provisions());
            provisions.add(below.get(i));
            List<Integer> path = new ArrayList<>(line.path());
            path.add(i);
            unfold(new Line(provisions, path), all);
        }
    }

    private boolean matches(Line line, Action action) {
        return addressed(line, action) && labelled(line) && about(line);
    }

    private boolean addressed(Line line, Action action) {
        Span period = line.provisions().stream()
                .map(Provision::period)
                .reduce(null, (outer, inner) -> inner == null ? outer : inner);
        List<ActorCriterion> actors = line.first(Provision::actors);
        Set<PurposeOfUse> purposes = line.first(Provision::purposes);
        Set<Action> actions = line.first(Provision::actions);
        return (period == null || inside(period))
                && (actors.isEmpty() || actors.stream().anyMatch(actor -> isReader(actor, line.type())))
                && (purposes.isEmpty() || purposes.stream().anyMatch(this::coversPurpose))
                && (actions.isEmpty() || actions.contains(action));
    }

    private boolean isReader(ActorCriterion actor, Effect type) {
        boolean byReference = reader.actors().contains(actor.reference());
        return type == Effect.DENY
                ? byReference || actor.identifiers().stream().anyMatch(reader.actors()::contains)
                : byReference && actor.resolves();
    }

    private boolean coversPurpose(PurposeOfUse named) {
        return named == reader.purpose()
                || SPEAKS_FOR
                        .getOrDefault(named.name(), Set.of())
                        .contains(reader.purpose().name());
    }

    private boolean labelled(Line line) {
        Set<String> sensitivities = sensitivities(line);
        if (line.type() == Effect.PERMIT && isGated() && sensitivities.stream().noneMatch(gatedCodes()::contains)) {
            return false;
        }
        Set<Confidentiality> levels = levels(line);
        int actual = LEVELS.indexOf(facts.confidentiality().code());
        Predicate<Confidentiality> reaches = level -> line.type() == Effect.PERMIT
                ? actual <= LEVELS.indexOf(level.code())
                : actual >= LEVELS.indexOf(level.code());
        return (levels.isEmpty() && sensitivities.isEmpty())
                || levels.stream().anyMatch(reaches)
                || sensitivities.stream().anyMatch(facts.sensitivities()::contains);
    }

    private boolean about(Line line) {
        boolean denies = line.type() == Effect.DENY;
        return any(line.first(Provision::classes), each -> isClass((ClassCriterion) each, denies))
                && any(
                        line.first(Provision::codes),
                        each -> facts.codes().contains(((CodeCriterion) each).systemAndCode()))
                && inDataPeriod(line, denies)
                && any(line.first(Provision::data), this::isData);
    }

    private static <T> boolean any(List<T> named, Predicate<T> holds) {
        return named.isEmpty() || named.stream().anyMatch(holds);
    }

    private boolean isClass(ClassCriterion named, boolean denies) {
        String type = facts.reference().split("/", -1)[0];
        String wanted = named.typeOrProfile();
        boolean carries = denies
                && Set.of("Binary", "DocumentReference").contains(type)
                && facts.contentIds().stream().anyMatch(each -> each.split("/", -1)[0].equals(wanted));
        return wanted.equals(type)
                || wanted.equals("Resource")
                || (wanted.equals("DomainResource")
                        && !Set.of("Binary", "Bundle", "Parameters").contains(type))
                || facts.profiles().contains(wanted)
                || carries;
    }

    private boolean inDataPeriod(Line line, boolean denies) {
        Span wanted = line.provisions().stream()
                .map(Provision::dataPeriod)
                .reduce(null, (outer, inner) -> inner == null ? outer : inner);
        if (wanted == null) {
            return true;
        }
        Span clinical = facts.clinicalTime();
        Span recorded = facts.recordedTime() == null ? null : new Span(facts.recordedTime(), facts.recordedTime());
        Span created = new Span(facts.created(), facts.created());
        if (denies) {
            return Stream.of(clinical == null ? created : clinical, recorded == null ? created : recorded, created)
                    .anyMatch(each -> first(each) < end(wanted) && last(each) >= start(wanted));
        }
        Span best = clinical != null ? clinical : recorded != null ? recorded : created;
        return first(best) >= start(wanted) && last(best) < end(wanted);
    }

    private static long start(Span span) {
        return span.start() == null ? Long.MIN_VALUE : span.start().toEpochMilli();
    }

    private static long end(Span span) {
        return span.end() == null ? Long.MAX_VALUE : span.end().toEpochMilli();
    }

    private static long first(Span span) {
        return start(span);
    }

    /** The last millisecond in it; a moment is its own. */
    private static long last(Span span) {
        return span.end() == null ? Long.MAX_VALUE - 1 : Math.max(start(span), end(span) - 1);
    }

    private boolean isData(DataCriterion named) {
        if (named instanceof InstanceCriterion instance) {
            return isThat(instance.reference());
        }
        if (named instanceof DependentsCriterion dependents) {
            return isThat(dependents.reference()) || facts.refersTo().contains(dependents.reference());
        }
        if (named instanceof RelatedCriterion related) {
            boolean care = Stream.of("Encounter/", "CarePlan/", "EpisodeOfCare/", "ServiceRequest/", "ImagingStudy/")
                    .anyMatch(related.reference()::startsWith);
            return isThat(related.reference())
                    || related.refersTo().contains(facts.reference())
                    || (care && facts.refersTo().contains(related.reference()));
        }
        return facts.authors().contains(((AuthorCriterion) named).reference());
    }

    private boolean isThat(String reference) {
        return facts.reference().equals(reference) || facts.contentIds().contains(reference);
    }

    private boolean closes(Line root, Action action) {
        Provision provision = root.last();
        boolean labels = !levels(root).isEmpty() || !sensitivities(root).isEmpty();
        boolean data = labels
                || !provision.classes().isEmpty()
                || !provision.codes().isEmpty()
                || provision.dataPeriod() != null
                || !provision.data().isEmpty();
        boolean gatedOnly = labels && levels(root).isEmpty() && gate.containsAll(sensitivities(root));
        boolean sort = isGated() ? sensitivities(root).stream().anyMatch(gatedCodes()::contains) : !gatedOnly;
        return root.type() == Effect.PERMIT && data && sort && addressed(root, action);
    }

    private Set<String> sensitivities(Line line) {
        return line.labels().map(Provision::sensitivities).orElse(Set.of());
    }

    private Set<Confidentiality> levels(Line line) {
        return line.labels().map(Provision::confidentialities).orElse(Set.of());
    }

    private Set<String> gatedCodes() {
        return facts.sensitivities().stream().filter(gate::contains).collect(Collectors.toSet());
    }

    private boolean isGated() {
        return !gatedCodes().isEmpty();
    }

    private boolean isOfClinic() {
        return Set.of("registry", "conformance").contains(facts.dataClass().code());
    }

    private boolean isRecordOfUse() {
        return Set.of("privacy", "audit").contains(facts.dataClass().code());
    }

    private boolean isOwner(PatientId patient) {
        return reader.kind() == ReaderKind.PATIENT
                && reader.relations().get(patient) == Relation.SELF
                && reader.purpose().name().equals("PATRQT");
    }

    private boolean isAgent(PatientId patient) {
        return reader.kind() == ReaderKind.REPRESENTATIVE
                && reader.relations().get(patient) == Relation.REPRESENTATIVE
                && Set.of("FAMRQT", "PWATRNY", "SUPNWK")
                        .contains(reader.purpose().name());
    }

    private boolean isOfficer() {
        return reader.kind() == ReaderKind.STAFF
                && reader.purpose().name().equals("HCOMPL")
                && reader.roles().stream().anyMatch(role -> role.code().equals("privacy-officer"));
    }

    private boolean viaApp() {
        return Set.of("RECIPIENT", "PATIENT_APP").contains(reader.clientRole().name());
    }

    private boolean withheld() {
        @Nullable Instant until = facts.withheldFromPatientUntil();
        return until != null && at.compareTo(until) < 0 && !isRecordOfUse();
    }

    private boolean personal() {
        return facts.sensitivities().contains("PRS") || facts.sensitivities().contains("PDS");
    }

    private static Set<String> operations() {
        return Set.of(("CAREMGT DONAT FRAUD GOV HACCRED HCOMPL HDECD HDIRECT HLEGAL HOUTCOMS HPRGRP HQUALIMP HSYSADMIN"
                        + " LABELING MEMADMIN METAMGT PATADMIN PATSFTY PERFMSR RECORDMGT SYSDEV HTEST TRAIN")
                .split(" ", -1));
    }

    /** A provision with those around it, the root first. */
    private record Line(List<Provision> provisions, List<Integer> path) {

        Provision last() {
            return provisions.get(provisions.size() - 1);
        }

        Effect type() {
            return last().type();
        }

        boolean isBelow(Line other) {
            return path.size() > other.path.size()
                    && path.subList(0, other.path.size()).equals(other.path);
        }

        /** What the innermost provision says that says anything of it. */
        <C extends Collection<?>> C first(Function<Provision, C> element) {
            C found = element.apply(provisions.get(0));
            for (Provision each : provisions) {
                if (!element.apply(each).isEmpty()) {
                    found = element.apply(each);
                }
            }
            return found;
        }

        Optional<Provision> labels() {
            return provisions.stream()
                    .filter(each -> !each.sensitivities().isEmpty()
                            || !each.confidentialities().isEmpty())
                    .reduce((outer, inner) -> inner);
        }
    }
}

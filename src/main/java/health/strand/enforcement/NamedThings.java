package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.access.PatientId;
import health.strand.labeling.PatientSubjects;
import health.strand.labeling.PatientSubjects.TooManyPatients;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** Finds what a request names: what it is addressed to, and the patients in its query and its body. */
final class NamedThings {

    private static final int MOST = 50;
    private static final Pattern REFERENCE = Pattern.compile("(?:.*/)?Patient/([A-Za-z0-9\\-.]{1,64})");
    private static final Set<String> OF_PATIENTS = Set.of("patient", "subject");

    private final PatientSubjects subjects;

    NamedThings(PatientSubjects subjects) {
        this.subjects = subjects;
    }

    /** All of it, each {@code Type/id}. */
    Set<String> of(Asked asked) {
        Set<String> named = new TreeSet<>(patientsInQuery(asked));
        asked.address().filter(NamedThings::isReference).ifPresent(named::add);
        if (asked.body() instanceof Bundle bundle) {
            bundle.getEntry().stream().limit(MOST).forEach(entry -> named.addAll(in(entry)));
        } else if (asked.body() != null) {
            named.addAll(in(asked.body()));
        }
        return named;
    }

    private Set<String> in(BundleEntryComponent entry) {
        try {
            return of(Asked.of(entry));
        } catch (InvalidRequestException e) {
            // what it is addressed to cannot be read, and is what the whole is refused for
            return Set.of();
        }
    }

    private Set<String> in(Resource body) {
        try {
            return subjects.of(body, UnaryOperator.identity()).stream()
                    .map(each -> "Patient/" + each)
                    .collect(Collectors.toSet());
        } catch (TooManyPatients e) {
            // the door refuses it, and nobody in particular was meant
            return Set.of();
        }
    }

    private static boolean isReference(String address) {
        return PatientId.isValid(address.substring(address.indexOf('/') + 1));
    }

    /** The patients a query names, each {@code Patient/id}. */
    static Set<String> patientsInQuery(Asked asked) {
        Set<String> named = new TreeSet<>();
        asked.query()
                .forEach((name, values) -> Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .limit(MOST)
                        .forEach(value -> add(named, asked, name, value)));
        return named;
    }

    private static void add(Set<String> named, Asked asked, String name, String value) {
        String bare = name.indexOf(':') < 0 ? name : name.substring(0, name.indexOf(':'));
        boolean ids = OF_PATIENTS.contains(bare) || ("_id".equals(bare) && "Patient".equals(asked.type()));
        Matcher reference = REFERENCE.matcher(value);
        if (reference.matches()) {
            named.add("Patient/" + reference.group(1));
        } else if (ids && PatientId.isValid(value)) {
            named.add("Patient/" + value);
        }
    }
}

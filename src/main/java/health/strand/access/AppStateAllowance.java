package health.strand.access;

import java.util.List;
import java.util.Set;

/**
 * One way in which a scope opens what an app keeps.
 *
 * @param patients whose state is open, as far as they may be seen at all
 * @param wide whether it speaks of more than one patient's record: of the person's own state, and of what the app keeps
 *     about nobody
 * @param common whether what is kept about nobody is open for what is to be done
 */
record AppStateAllowance(PatientReach patients, boolean wide, boolean common, List<SearchRestriction> restrictions) {

    private static final String PATIENT = "Patient/";
    private static final String CODE = "code";

    AppStateAllowance {
        restrictions = List.copyOf(restrictions);
    }

    /** The only parameter a restriction can name here is the code; any other is met by nothing. */
    boolean admits(String subject, String code) {
        return restrictions.stream()
                        .allMatch(each ->
                                each.parameter().equals(CODE) && each.value().equals(code))
                && opens(subject);
    }

    private boolean opens(String subject) {
        if (subject.isEmpty()) {
            return common;
        }
        String id = subject.startsWith(PATIENT) ? subject.substring(PATIENT.length()) : "";
        return wide || (PatientId.isValid(id) && patients.includes(Set.of(new PatientId(id))));
    }
}

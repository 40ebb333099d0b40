package health.strand.access;

import java.util.List;

/**
 * The answer to a request about what an app keeps: every objection, or how far it reaches.
 *
 * @param reach within which patients may be seen
 * @param client whose state it is about; no other's is ever within reach
 * @param person whose own state is within reach; empty when nobody's is
 * @param common whether state about nobody is within reach
 */
public record AppStateDecision(
        List<Objection> objections,
        Reach reach,
        String client,
        String person,
        boolean common,
        List<AppStateAllowance> allowances) {

    public AppStateDecision {
        objections = List.copyOf(objections);
        allowances = List.copyOf(allowances);
    }

    static AppStateDecision deny(List<Objection> objections) {
        return new AppStateDecision(objections, Reach.nothing(), "", "", false, List.of());
    }

    /** Whether nothing stands against it. */
    public boolean permits() {
        return objections.isEmpty();
    }

    /**
     * Whether some scope opens state about this subject, as {@code Type/id}, or about nobody when that is empty, under
     * this code, as {@code system|code}. Whether the subject is there for the requester is another question.
     */
    public boolean admits(String subject, String code) {
        return allowances.stream().anyMatch(each -> each.admits(subject, code));
    }
}

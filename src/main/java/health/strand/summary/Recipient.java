package health.strand.summary;

import health.strand.access.ClientRole;
import health.strand.access.DataClass;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody outside the clinic who can get data of the patient, or got some. */
final class Recipient {

    private final String who;
    private final ClientRole legal;
    private final SortedSet<String> purposes = new TreeSet<>();
    private final Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    private final SortedSet<String> consents = new TreeSet<>();
    private int times;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * @param who such as {@code Practitioner/x} or {@code client/x}
     * @param legal what they are to the clinic, in law
     */
    Recipient(String who, ClientRole legal) {
        this.who = who;
        this.legal = legal;
    }

    void canSee(DataClass dataClass, String purpose, Set<String> permitting) {
        classes.add(dataClass);
        purposes.add(purpose);
        consents.addAll(permitting);
    }

    void got(int often, Set<String> forWhat, Instant from, Instant until) {
        times += often;
        purposes.addAll(forWhat);
        first = first == null || from.isBefore(first) ? from : first;
        last = last == null || until.isAfter(last) ? until : last;
    }

    String who() {
        return who;
    }

    ClientRole legal() {
        return legal;
    }

    SortedSet<String> purposes() {
        return purposes;
    }

    Set<DataClass> classes() {
        return classes;
    }

    SortedSet<String> consents() {
        return consents;
    }

    int times() {
        return times;
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }
}

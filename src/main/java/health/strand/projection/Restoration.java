package health.strand.projection;

import health.strand.projection.Removal.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/**
 * Puts what was taken out of a resource back into what somebody made of the rest. Members of lists are found again by what
 * they say. Where something else now stands in the only place there is, or the surroundings are gone, the old is given up.
 */
final class Restoration {

    private final ElementTree tree;
    private final Removal removal;
    private final Consumer<Reference> restored;
    private boolean any;

    /** @param restored told of every reference that is put back */
    Restoration(ElementTree tree, Removal removal, Consumer<Reference> restored) {
        this.tree = tree;
        this.removal = removal;
        this.restored = restored;
    }

    /** One value as it was, and as it was shown. */
    private record Shown(Base whole, Base rest, Fate fate) {}

    /** Whether anything was put back. */
    boolean into(IBase after, IBase whole) {
        descend(after, whole);
        return any;
    }

    private void descend(IBase after, IBase whole) {
        Counts counts = Counts.of(after);
        List<Slot> before = tree.slots(whole);
        List<Slot> now = tree.slots(after);
        for (int index = 0; index < before.size(); index++) {
            List<Shown> shown = before.get(index).values().stream()
                    .map(value -> shown(whole, (Base) value))
                    .toList();
            if (shown.stream().anyMatch(each -> each.fate() != Fate.UNTOUCHED)) {
                List<IBase> values = new ArrayList<>(now.get(index).values());
                if (now.get(index).holdsOne()) {
                    single(values, shown.get(0));
                } else {
                    several(values, shown);
                }
                now.get(index).replace(values);
            }
        }
        counts.reckon();
    }

    private Shown shown(IBase parent, Base value) {
        Base rest = value.copy();
        return new Shown(value, rest, removal.isTarget(parent, value) ? Fate.GONE : removal.from(rest));
    }

    private void single(List<IBase> values, Shown shown) {
        if (shown.fate() == Fate.GONE && values.isEmpty()) {
            values.add(putBack(shown.whole()));
        } else if (shown.fate() == Fate.CHANGED && !values.isEmpty() && areAlike(values.get(0), shown.whole())) {
            descend(values.get(0), shown.whole());
        }
    }

    private void several(List<IBase> values, List<Shown> shown) {
        int next = 0;
        for (Shown each : shown) {
            if (each.fate() == Fate.GONE) {
                values.add(next++, putBack(each.whole()));
                continue;
            }
            int found = indexOf(values, each, next);
            String uid = uid(each.whole());
            if (found < 0 && !uid.isEmpty()) {
                found = indexOf(values, uid);
            } else if (found < 0 && each.fate() == Fate.CHANGED && isOnlyChanged(values, next, shown)) {
                found = next;
            }
            if (found >= 0) {
                if (each.fate() == Fate.CHANGED) {
                    descend(values.get(found), each.whole());
                }
                next = found + 1;
            }
        }
    }

    private static int indexOf(List<IBase> values, Shown wanted, int from) {
        for (int index = from; index < values.size(); index++) {
            if (((Base) values.get(index)).equalsDeep(wanted.rest())) {
                return index;
            }
        }
        return -1;
    }

    /** Series and instances of a study are told by their UID, whatever else was written about them. */
    private static int indexOf(List<IBase> values, String uid) {
        for (int index = 0; index < values.size(); index++) {
            if (uid(values.get(index)).equals(uid)) {
                return index;
            }
        }
        return -1;
    }

    /** The UID that a value bears; an empty text where it has none. */
    private static String uid(IBase value) {
        Property uid = ((Base) value).getNamedProperty("uid");
        if (uid == null || !uid.hasValues()) {
            return "";
        }
        return Objects.requireNonNullElse(uid.getValues().get(0).primitiveValue(), "");
    }

    /** Whether what stands there is no other member of the old list. */
    private static boolean isOnlyChanged(List<IBase> values, int place, List<Shown> shown) {
        return place < values.size()
                && areAlike(values.get(place), shown.get(0).whole())
                && shown.stream().noneMatch(each -> ((Base) values.get(place)).equalsDeep(each.rest()));
    }

    private static boolean areAlike(IBase one, IBase other) {
        return one.getClass() == other.getClass();
    }

    private Base putBack(Base value) {
        Base copy = value.copy();
        announce(copy);
        any = true;
        return copy;
    }

    private void announce(IBase element) {
        if (element instanceof Reference reference) {
            restored.accept(reference);
        }
        tree.eachChild(element, this::announce);
    }
}

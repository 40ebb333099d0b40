package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.vault.Bodies;
import health.strand.vault.BodyName;
import health.strand.vault.KeyGroup;
import health.strand.vault.KeyOwner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Under whose key what lies in a cell is encrypted: that of the patient it is about. What is about nobody or about several
 * patients is under the clinic's, since no patient's erasure may take it away; conformance resources, which everybody may
 * read, are not encrypted.
 */
final class BodyOwners {

    private static final int MOST_REMEMBERED = 50_000;

    private final Cells cells;
    private final Map<Integer, KeyOwner> byGroup = new ConcurrentHashMap<>();

    BodyOwners(Cells cells) {
        this.cells = cells;
    }

    /**
     * Whose key, and which of theirs.
     *
     * @param owner null where nothing is encrypted
     */
    record Ownership(@Nullable KeyOwner owner, KeyGroup group) {

        String seal(Bodies bodies, String body, BodyName name) {
            return owner == null ? body : bodies.seal(body, owner, group, name);
        }

        /** @param named a body that is encrypted, with its name */
        String sealAnew(Bodies bodies, String named) {
            return bodies.sealAnew(named, Objects.requireNonNull(owner, "conformance resources move nowhere"), group);
        }
    }

    /** @param cell null for conformance resources */
    Ownership of(@Nullable Integer cell) {
        if (cell == null) {
            return new Ownership(null, KeyGroup.CLINICAL);
        }
        DataClass dataClass = DataClass.fromNumber(cell & Cells.CLASSES).orElse(DataClass.GENETIC);
        return dataClass == DataClass.CONFORMANCE
                ? new Ownership(null, KeyGroup.CLINICAL)
                : new Ownership(owner(cell), KeyGroup.of(dataClass));
    }

    /** The patients of a group never change, and its number is never given to others. */
    private KeyOwner owner(int cell) {
        int group = cell >> Cells.CLASS_BITS;
        KeyOwner known = byGroup.get(group);
        if (known != null) {
            return known;
        }
        List<PatientId> patients = cells.patients(cell);
        KeyOwner owner = patients.size() == 1 ? KeyOwner.of(patients.get(0)) : KeyOwner.CLINIC;
        if (byGroup.size() >= MOST_REMEMBERED) {
            byGroup.clear();
        }
        byGroup.put(group, owner);
        return owner;
    }
}

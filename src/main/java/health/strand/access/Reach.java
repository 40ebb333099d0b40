package health.strand.access;

import java.util.Set;

/** How far a permitted request reaches at most: which classes of data, whose, and as whom it stands before them. */
public record Reach(Set<DataClass> readable, Set<DataClass> writable, PatientReach patients, Capacity capacity) {

    public Reach {
        readable = DataClasses.frozen(readable);
        writable = DataClasses.frozen(writable);
    }

    /** A reach within which there is nothing. */
    public static Reach nothing() {
        return new Reach(Set.of(), Set.of(), OnlyPatients.none(), Capacity.none());
    }

    /** Whether data of this class is reached in everybody's record. */
    public boolean isOfEverybody(DataClass dataClass) {
        return patients instanceof AllPatients && capacity.everywhere().contains(dataClass);
    }

    /** The same without what emergencies open: they are for reading, and not for taking records away. */
    public Reach withoutEmergencies() {
        return new Reach(readable, writable, patients, capacity.withoutEmergencies());
    }

    /** What is within both; a transaction reaches no further than its narrowest entry. */
    public Reach and(Reach other) {
        return new Reach(
                DataClasses.intersection(readable, other.readable),
                DataClasses.intersection(writable, other.writable),
                patients.and(other.patients),
                capacity.and(other.capacity));
    }
}

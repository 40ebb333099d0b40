package health.strand.access;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The data classes somebody may read and write, before it is asked whose data it is. */
record DataClasses(Set<DataClass> readable, Set<DataClass> writable) {

    static final DataClasses NONE = new DataClasses(Set.of(), Set.of());
    static final DataClasses ALL = new DataClasses(EnumSet.allOf(DataClass.class), EnumSet.allOf(DataClass.class));

    DataClasses {
        readable = frozen(readable);
        writable = frozen(writable);
    }

    /** The classes within which this permission may be used. */
    Set<DataClass> usableFor(Permission permission) {
        return permission.writes() ? writable : readable;
    }

    DataClasses or(DataClasses other) {
        return new DataClasses(union(readable, other.readable), union(writable, other.writable));
    }

    DataClasses without(DataClass one) {
        Set<DataClass> others = EnumSet.complementOf(EnumSet.of(one));
        return new DataClasses(intersection(readable, others), intersection(writable, others));
    }

    static Set<DataClass> union(Set<DataClass> one, Set<DataClass> other) {
        Set<DataClass> either = EnumSet.noneOf(DataClass.class);
        either.addAll(one);
        either.addAll(other);
        return either;
    }

    static Set<DataClass> intersection(Set<DataClass> one, Set<DataClass> other) {
        Set<DataClass> both = EnumSet.noneOf(DataClass.class);
        both.addAll(one);
        both.retainAll(other);
        return both;
    }

    /** An unmodifiable copy that keeps the order of the numbers. */
    static Set<DataClass> frozen(Collection<DataClass> classes) {
        Set<DataClass> copy = EnumSet.noneOf(DataClass.class);
        copy.addAll(classes);
        return Collections.unmodifiableSet(copy);
    }
}

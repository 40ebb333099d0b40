package health.strand.consent;

import java.util.Set;

/** Stands for a record where nothing is asked of it: what is wrong with a consent does not hang on other resources. */
enum Unasked implements References {
    RECORD;

    @Override
    public boolean resolves(String reference) {
        return false;
    }

    @Override
    public Set<String> refersTo(String reference) {
        return Set.of();
    }
}

package health.strand.consent;

import java.util.Map;
import java.util.Set;

/** A small record: everybody is known but those called nobody, and each resource refers to what is said here. */
record KnownRecord(Map<String, Set<String>> references, Map<String, Set<String>> carriers)
        implements References, Surroundings {

    static final KnownRecord EMPTY = new KnownRecord(Map.of(), Map.of());

    @Override
    public boolean resolves(String reference) {
        return !reference.endsWith("/nobody");
    }

    @Override
    public Set<String> refersTo(String reference) {
        return references.getOrDefault(reference, Set.of());
    }

    @Override
    public Set<String> carriersOf(String binary) {
        return carriers.getOrDefault(binary, Set.of());
    }

    @Override
    public Set<String> authorsOf(String reference) {
        return reference.equals("Observation/told") ? Set.of("Practitioner/bo") : Set.of();
    }

    @Override
    public Set<String> above(String codeOrProfile) {
        return codeOrProfile.equals("urn:tree|leaf") ? Set.of("urn:tree|branch", "urn:tree|root") : Set.of();
    }
}

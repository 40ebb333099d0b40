package health.strand.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** Where the clinic's people, places and devices ended up on the server, by their keys such as {@code sora}. */
public final class Registry {

    private final Map<String, String> references;

    private Registry(Map<String, String> references) {
        this.references = Map.copyOf(references);
    }

    /**
     * Reads the registry transaction beside the server's answer.
     *
     * @param sent the transaction, every entry of which carries one of our identifiers
     * @param stored what each entry became, as {@code Practitioner/id}, in the same order
     */
    public static Registry of(Bundle sent, List<String> stored) {
        Map<String, String> references = new HashMap<>();
        for (int i = 0; i < sent.getEntry().size(); i++) {
            references.put(key(sent.getEntry().get(i)), stored.get(i));
        }
        return new Registry(references);
    }

    private static String key(Bundle.BundleEntryComponent entry) {
        return entry.getResource().getNamedProperty("identifier").getValues().stream()
                .map(Identifier.class::cast)
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The stored reference, such as {@code Practitioner/id}. */
    public String reference(String key) {
        String found = references.get(key);
        if (found == null) {
            throw new NoSuchElementException("the registry holds no `" + key + "`");
        }
        return found;
    }

    Reference person(Staff staff) {
        return new Reference(reference(staff.key)).setDisplay(staff.display());
    }

    Reference organization(Party party) {
        return new Reference(reference(party.key)).setDisplay(party.display);
    }

    Reference thing(String key) {
        return new Reference(reference(key));
    }
}

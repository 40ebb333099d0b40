package health.strand.visibility;

import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamNumber;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamQuantity;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamQuantityNormalized;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamString;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamUri;
import health.strand.access.DataClass;
import health.strand.vault.IndexHashes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Writes nothing readable into the search index about genetic data but when it was taken and whose it is. Codes are found by
 * {@link IndexHashes} in the place of their hashes ({@link SealedSearch}); texts, numbers and addresses are not found at all.
 */
public final class SealedIndex extends SealedRows {

    /** By its plain hash a transaction finds out whether there is such a thing already; it is a number, and says no result. */
    private static final String IDENTIFIER = "identifier";

    private static final List<String> HASHES = List.of("myHashSystem", "myHashSystemAndValue", "myHashValue");

    private static final Map<Class<?>, Set<String>> BLANK = Map.of(
            ResourceIndexedSearchParamToken.class, Set.of("mySystem", "myValue"),
            ResourceIndexedSearchParamString.class,
                    Set.of("myValueExact", "myValueNormalized", "myHashNormalizedPrefix", "myHashExact"),
            ResourceIndexedSearchParamQuantity.class,
                    Set.of("myValue", "mySystem", "myUnits", "myHashIdentityAndUnits", "myHashIdentitySystemAndUnits"),
            ResourceIndexedSearchParamQuantityNormalized.class,
                    Set.of("myValue", "mySystem", "myUnits", "myHashIdentityAndUnits", "myHashIdentitySystemAndUnits"),
            ResourceIndexedSearchParamNumber.class, Set.of("myValue"),
            ResourceIndexedSearchParamUri.class, Set.of("myUri", "myHashUri"));

    private final transient IndexHashes hashes;

    public SealedIndex(IndexHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public void listenTo(SessionFactoryImplementor sessions) {
        BLANK.forEach((type, blank) -> verify(
                sessions.getMappingMetamodel().getEntityDescriptor(type),
                type.equals(ResourceIndexedSearchParamToken.class) ? HASHES : List.of(),
                blank));
        super.listenTo(sessions);
    }

    @Override
    void seal(Object entity, Object[] state, EntityPersister persister) {
        if (!(entity instanceof BaseResourceIndexedSearchParam row) || !isGenetic(row)) {
            return;
        }
        String[] properties = persister.getPropertyNames();
        Set<String> blank = BLANK.getOrDefault(entity.getClass(), Set.of());
        boolean keyed = row instanceof ResourceIndexedSearchParamToken && !isKeptPlain(row.getParamName());
        // a row that was read and moved to its place holds keyed hashes already, and nothing else
        boolean fresh = !(row instanceof ResourceIndexedSearchParamToken token)
                || token.getValue() != null
                || token.getSystem() != null;
        for (int place = 0; place < properties.length; place++) {
            if (blank.contains(properties[place])) {
                state[place] = null;
            } else if (keyed && fresh && HASHES.contains(properties[place]) && state[place] instanceof Long hash) {
                state[place] = hashes.seal(hash);
            }
        }
    }

    /** Whether the hashes of tokens of this search parameter are plain ones. */
    static boolean isKeptPlain(String parameter) {
        return IDENTIFIER.equals(parameter);
    }

    private static boolean isGenetic(BaseResourceIndexedSearchParam row) {
        Integer cell =
                row.getPartitionId() == null ? null : row.getPartitionId().getPartitionId();
        return cell != null && (cell & Cells.CLASSES) == DataClass.GENETIC.number();
    }

    @Override
    void remember(Object entity, Object[] state, EntityPersister persister) {
        if (entity instanceof BaseResourceIndexedSearchParam row && isGenetic(row)) {
            Set<String> blank = BLANK.getOrDefault(entity.getClass(), Set.of());
            String[] properties = persister.getPropertyNames();
            for (int place = 0; place < properties.length; place++) {
                if (blank.contains(properties[place]) || HASHES.contains(properties[place])) {
                    state[place] = persister.getValue(entity, place);
                }
            }
        }
    }

    private static void verify(EntityPersister persister, List<String> keyed, Set<String> blank) {
        List<String> there = List.of(persister.getPropertyNames());
        if (!there.containsAll(blank) || !there.containsAll(keyed)) {
            throw new IllegalStateException("`" + persister.getEntityName() + "` has other properties than expected");
        }
    }
}

package health.strand.visibility;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.util.MemoryCacheService;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's memory caches without those that would answer one requester from what another was shown: which ids exist,
 * what a match URL found, how long a history is.
 */
public final class UnsharedCaches extends MemoryCacheService {

    private static final Set<CacheEnum> ABOUT_RECORDS = EnumSet.of(
            CacheEnum.RESOURCE_LOOKUP_BY_FORCED_ID,
            CacheEnum.PID_TO_FORCED_ID,
            CacheEnum.MATCH_URL,
            CacheEnum.RESOURCE_CONDITIONAL_CREATE_VERSION,
            CacheEnum.HISTORY_COUNT,
            CacheEnum.PATIENT_IDENTIFIER_TO_FHIR_ID);

    public UnsharedCaches(JpaStorageSettings settings) {
        super(settings);
    }

    @Override
    protected <K, T> T doGet(CacheEnum cache, K key, Function<K, T> load) {
        return ABOUT_RECORDS.contains(cache) ? load.apply(key) : super.doGet(cache, key, load);
    }

    @Override
    protected <K, V> @Nullable V doGetIfPresent(CacheEnum cache, K key) {
        return ABOUT_RECORDS.contains(cache) ? null : super.doGetIfPresent(cache, key);
    }

    @Override
    protected <K, V> void doPut(CacheEnum cache, K key, V value) {
        if (!ABOUT_RECORDS.contains(cache)) {
            super.doPut(cache, key, value);
        }
    }

    @Override
    protected <K, V> Map<K, V> doGetAllPresent(CacheEnum cache, Collection<K> keys) {
        return ABOUT_RECORDS.contains(cache) ? Map.of() : super.doGetAllPresent(cache, keys);
    }
}

package health.strand.twin;

import ca.uhn.fhir.jpa.util.MemoryCacheService;
import com.github.benmanes.caffeine.cache.Cache;
import com.zaxxer.hikari.HikariDataSource;
import health.strand.vault.PatientKeys;
import health.strand.visibility.SealedBodies;
import health.strand.visibility.Visibility;
import health.strand.visibility.Whereabouts;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** What a running server keeps of its database, to be forgotten when another takes its place. */
final class ServerMemory {

    private final ApplicationContext context;

    ServerMemory(ApplicationContext context) {
        this.context = context;
    }

    void forget() {
        context.getBean(MemoryCacheService.class).invalidateAllCaches();
        Object cells = ReflectionTestUtils.getField(context.getBean(Visibility.class), "cells");
        ((Map<?, ?>) java.util.Objects.requireNonNull(
                        ReflectionTestUtils.getField(java.util.Objects.requireNonNull(cells), "numbers")))
                .clear();
        ((Map<?, ?>) java.util.Objects.requireNonNull(
                        ReflectionTestUtils.getField(context.getBean(Whereabouts.class), "groups")))
                .clear();
        Object owners = ReflectionTestUtils.getField(context.getBean(SealedBodies.class), "owners");
        ((Map<?, ?>) java.util.Objects.requireNonNull(
                        ReflectionTestUtils.getField(java.util.Objects.requireNonNull(owners), "byGroup")))
                .clear();
        ReflectionTestUtils.setField(context.getBean(PatientKeys.class), "fingerprints", null);
        for (String cache : new String[] {"byId", "byPlace"}) {
            ((Cache<?, ?>) java.util.Objects.requireNonNull(
                            ReflectionTestUtils.getField(context.getBean(PatientKeys.class), cache)))
                    .invalidateAll();
        }
    }

    void disconnect() {
        context.getBeansOfType(DataSource.class)
                .values()
                .forEach(pool -> ((HikariDataSource) pool).getHikariPoolMXBean().softEvictConnections());
    }
}

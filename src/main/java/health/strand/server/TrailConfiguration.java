package health.strand.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.audit.AuditLog;
import health.strand.audit.AuditTrail;
import health.strand.audit.ChainCheck;
import health.strand.audit.ChainSealing;
import health.strand.audit.EmergencySpool;
import health.strand.enforcement.Concerned;
import health.strand.receipts.ReceiptSeal;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.HandedAudiences;
import health.strand.visibility.Whereabouts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The audit trail: who writes it, and whom entries are about. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class TrailConfiguration {

    @Bean
    AuditTrail auditTrail(DataSource requests, Clock clock, HandedAudiences audiences) {
        return new AuditTrail(requests, clock, audiences::of);
    }

    @Bean
    EmergencySpool emergencySpool(AuditProperties properties) {
        return new EmergencySpool(properties.emergencySpool());
    }

    @Bean
    Whereabouts whereabouts(DataSource requests, PlatformTransactionManager transactions) {
        return new Whereabouts(requests, transactions);
    }

    @Bean
    Concerned concerned(Whereabouts whereabouts) {
        return new ByCells(whereabouts);
    }

    @Bean
    AuditEvents auditEvents(
            DataSource requests,
            PlatformTransactionManager transactions,
            IInterceptorService interceptors,
            StrandProperties properties) {
        return new AuditEvents(
                new AuditLog(requests), DecidedTransactions.readOnly(transactions), interceptors, properties.base());
    }

    @Bean
    Accounting accounting(
            DataSource requests,
            PlatformTransactionManager transactions,
            Whereabouts whereabouts,
            Clock clock,
            StrandProperties properties) {
        return new Accounting(
                new AuditLog(requests),
                DecidedTransactions.readOnly(transactions),
                whereabouts,
                clock,
                properties.base());
    }

    @Bean
    SealedHeads sealedHeads(ReceiptSeal seal, StrandProperties properties) {
        return new SealedHeads(seal, properties.base());
    }

    @Bean
    TrailVerification trailVerification(
            DataSource requests, PlatformTransactionManager transactions, SealedHeads heads) {
        return new TrailVerification(new ChainCheck(requests, heads), DecidedTransactions.readOnly(transactions));
    }

    @Bean
    TrailSealer trailSealer(
            DataSource requests, AuditTrail trail, EmergencySpool spool, SealedHeads heads, Clock clock) {
        return new TrailSealer(() -> spool.emptyInto(trail), new ChainSealing(requests, heads, clock));
    }

    /** Whom something is about is what the database decides by. */
    private record ByCells(Whereabouts whereabouts) implements Concerned {

        @Override
        public Set<PatientId> patientsOf(Collection<? extends Resource> found) {
            return whereabouts.patientsOf(found);
        }

        @Override
        public Map<Integer, Set<PatientId>> cellsOf(Collection<? extends Resource> found) {
            return whereabouts.cellsOf(found);
        }

        @Override
        public DataClass classOf(int cell) {
            return Whereabouts.classOf(cell);
        }

        @Override
        public List<Place> places(Collection<String> references) {
            return whereabouts.of(references).stream()
                    .map(place -> new Place(place.patients(), place.kept(), place.visible(), place.cell()))
                    .toList();
        }
    }
}

package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.careteam.Bookings;
import health.strand.desk.Tries;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is known at the desk, and how the desk comes to know them. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Bookings bookings(DataSource requests, Clock clock, ClinicProperties clinic) {
        return new Bookings(requests, clock, clinic.zoneOrDefault(), clinic.knownOrDefault());
    }

    @Bean
    PatientMatch patientMatch(
            DaoRegistry daos, Bookings bookings, Visibility visibility, SystemAccess system, Clock clock) {
        return new PatientMatch(new DeskRecord(daos, bookings, visibility, system), daos, new Tries(clock));
    }
}

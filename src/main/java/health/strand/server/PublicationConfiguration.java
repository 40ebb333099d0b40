package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.consent.ClinicTime;
import health.strand.enforcement.PublicationDoor;
import health.strand.publication.ChosenPictures;
import health.strand.visibility.Visibility;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Copies of pictures that patients let be published. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

    @Bean
    Publications publications(
            DaoRegistry daos,
            Visibility visibility,
            EntityManagerFactory entityManagers,
            Clock clock,
            ClinicProperties clinic,
            StrandProperties properties) {
        PictureStore pictures = new PictureStore(
                daos,
                visibility.copies(),
                visibility.serverWrites(SharedEntityManagerCreator.createSharedEntityManager(entityManagers)),
                properties.base());
        ChosenPictures chosen = new ChosenPictures(properties.base(), new ClinicTime(clinic.zoneOrDefault())::start);
        return new Publications(visibility, pictures, chosen, clock);
    }

    @Bean
    PublicationDoor publicationDoor(Publications publications, Visibility visibility, ReceiptRecord receipts) {
        return new PublicationDoor(new PublicationRecord(publications, visibility.copies(), receipts));
    }
}

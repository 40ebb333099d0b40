package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.strand.access.AccessPolicy;
import health.strand.audit.AuditTrail;
import health.strand.audit.EmergencySpool;
import health.strand.careteam.ClinicRoles;
import health.strand.consent.Withholding;
import health.strand.enforcement.CleanedPictures;
import health.strand.enforcement.CollectionDoor;
import health.strand.enforcement.Concerned;
import health.strand.enforcement.ConsentDoor;
import health.strand.enforcement.DanglingReferences;
import health.strand.enforcement.DicomDoor;
import health.strand.enforcement.ErrorAnswers;
import health.strand.enforcement.ExportDoor;
import health.strand.enforcement.Gates;
import health.strand.enforcement.HiddenReferences;
import health.strand.enforcement.KeptReferences;
import health.strand.enforcement.PageEpochs;
import health.strand.enforcement.PageLinks;
import health.strand.enforcement.PageTokens;
import health.strand.enforcement.PublicationDoor;
import health.strand.enforcement.ReadableBody;
import health.strand.enforcement.RecordDoor;
import health.strand.enforcement.RegistryChanges;
import health.strand.enforcement.RequestDoor;
import health.strand.enforcement.ScopedDisclosure;
import health.strand.enforcement.TrailGate;
import health.strand.enforcement.TrailWrites;
import health.strand.enforcement.UntimedOutcomes;
import health.strand.enforcement.WriteDoor;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.labeling.PatientSubjects;
import health.strand.labeling.SecurityLabeler;
import health.strand.projection.Projections;
import health.strand.rights.RequestClock;
import health.strand.smart.StrongLogIn;
import health.strand.validation.Conformance;
import health.strand.validation.Neighbours;
import health.strand.validation.RecordRules;
import health.strand.visibility.LiveLinks;
import health.strand.visibility.PicturesByUid;
import health.strand.visibility.Sessions;
import health.strand.visibility.Visibility;
import health.strand.visibility.VisibleReferences;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Every guard of the FHIR endpoint, by name. A guard that is missing here is missing from the source, not from a file. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    SmartInitializingSingleton guards(
            IInterceptorService interceptors,
            FhirContext context,
            ISearchParamRegistry parameters,
            SearchParamMatcher matcher,
            DataSource requests,
            EntityManagerFactory entityManagers,
            DaoRegistry daos,
            SecurityLabeler labeler,
            Conformance conformance,
            ClinicRoles roles,
            PageTokens pages,
            PageEpochs epochs,
            Visibility visibility,
            ConsentDoor consents,
            PublicationDoor publications,
            VisibleReferences visible,
            StrongLogIn strong,
            AuditTrail trail,
            EmergencySpool spool,
            Concerned concerned,
            FileAnswers files,
            SentAgain sent,
            ClinicProperties clinic,
            Jurisdiction law,
            Clock clock,
            StrandProperties properties) {
        AccessPolicy policy = new AccessPolicy();
        Projections projections = new Projections(context, properties.base(), visible::among);
        PatientSubjects subjects = new PatientSubjects(context);
        EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(entityManagers);
        Neighbours neighbours =
                new StoredNeighbours(daos, visibility.strangers(subjects, context, visible), new Sessions(requests));
        TrailGate gate = new TrailGate(trail, spool, concerned, subjects);
        List<Object> guards = new ArrayList<>(visibility.interceptors(entities, projections));
        guards.addAll(List.of(
                Gates.accessGate(context, parameters, policy, ServedTypes.ALL, strong.challenge()),
                new RequestDoor(new RequestClock(law, clock.withZone(clinic.zoneOrDefault()))),
                new WriteDoor(context, labeler, conformance, new Withholding(clinic.zoneOrDefault()), clock),
                new ExportDoor(strong.challenge()),
                new RecordDoor(new RecordRules(neighbours)),
                new DicomDoor(neighbours, subjects),
                consents,
                publications,
                new CollectionDoor(new PictureConsents(visibility.collecting())),
                new CleanedPictures(new CleaningProvenance(
                        daos, visibility, visibility.serverWrites(entities), properties.base(), clock)),
                sent,
                new RegistryChanges(roles),
                new ScopedDisclosure(
                        policy,
                        visibility::classOf,
                        subjects,
                        (query, resource) -> matcher.match(query, resource, new SystemRequestDetails())
                                .matched()),
                new HiddenReferences(projections, visibility::shownClassOf),
                new KeptReferences(projections),
                new StoredInstances(new PicturesByUid(requests)),
                new DanglingReferences(new LiveLinks(entities)::leadTo),
                new PageLinks(pages, epochs, properties.base()),
                new UntimedOutcomes(),
                new PiecedAnswers(),
                new EverythingTotals(),
                new StableOrder(),
                new ReadableBody(),
                new TrailWrites(trail, concerned),
                gate,
                files,
                new AccountingFormats(clinic.zoneOrDefault()),
                new ErrorAnswers(gate)));
        return () -> interceptors.registerInterceptors(guards);
    }
}

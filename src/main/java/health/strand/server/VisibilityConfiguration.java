package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.access.ImplicitPolicy;
import health.strand.access.PolicyDecisionPoint;
import health.strand.careteam.Affiliations;
import health.strand.careteam.Bookings;
import health.strand.careteam.ClinicRoles;
import health.strand.careteam.Treatments;
import health.strand.consent.ConsentRules;
import health.strand.emergency.Emergencies;
import health.strand.enforcement.ConsentDoor;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.PatientSubjects;
import health.strand.labeling.SecurityLabeler;
import health.strand.oversight.PrivacyCases;
import health.strand.representation.MandateReader;
import health.strand.representation.Representatives;
import health.strand.vault.Bodies;
import health.strand.visibility.Clients;
import health.strand.visibility.ClinicTime;
import health.strand.visibility.DecisionSettings;
import health.strand.visibility.PlainIndex;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.Visibility;
import health.strand.visibility.VisibleReferences;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Who is who in the clinic, and what the database shows to whom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClinicProperties.class)
class VisibilityConfiguration {

    @Bean
    ClinicRoles clinicRoles(DataSource requests, Clock clock, ClinicProperties clinic) {
        return new ClinicRoles(requests, clock, clinic.zoneOrDefault());
    }

    /** Read once, so that nobody decides by another. */
    @Bean
    ImplicitPolicy implicitPolicy(ClinicProperties clinic) {
        return PolicyFile.policy(clinic.basePolicy());
    }

    @Bean
    Emergencies emergencies(DataSource requests, Clock clock) {
        return new Emergencies(requests, clock);
    }

    @Bean
    Clients clients(ClinicProperties clinic) {
        return new Clients(clinic.clientRoles());
    }

    @Bean
    ConsentDoor consentDoor(
            Visibility visibility,
            DaoRegistry daos,
            Publications publications,
            ReceiptRecord receipts,
            ConsentConcerns concerns,
            Clock clock,
            ClinicProperties clinic,
            Jurisdiction law) {
        ConsentRules rules = new ConsentRules(
                clinic.zoneOrDefault(),
                clinic.signedTexts(),
                visibility.mandates(),
                Optional.of(law).filter(each -> !each.absoluteOptOut()).map(Jurisdiction::name));
        ConsentRecord record = new ConsentRecord(new Supersession(daos, visibility), publications, receipts, concerns);
        return new ConsentDoor(rules, record, visibility::decidingWith, clock);
    }

    @Bean
    VisibleReferences visibleReferences(DataSource requests, PlatformTransactionManager transactions) {
        return new VisibleReferences(requests, transactions);
    }

    @Bean
    MandateReader mandateReader(ClinicProperties clinic, Jurisdiction law) {
        return new MandateReader(clinic.zoneOrDefault(), law.majority());
    }

    @Bean
    Representatives representatives(
            DataSource requests, FhirContext fhir, Bodies bodies, MandateReader mandates, Clock clock) {
        StoredPeople people = new StoredPeople(requests, fhir, bodies);
        return new Representatives(requests, mandates, id -> people.patient(id).orElse(null), people::relatives, clock);
    }

    @Bean
    Visibility visibility(
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            PlainIndex index,
            ClinicRoles roles,
            Representatives representatives,
            Bookings bookings,
            Emergencies emergencies,
            PrivacyCases cases,
            ImplicitPolicy policy,
            MandateReader mandates,
            Clients clients,
            Clock clock,
            ClinicProperties clinic,
            Jurisdiction law,
            StrandProperties properties,
            SecurityLabeler labeler,
            VisibleReferences visible) {
        Treatments treatments = new Treatments(
                requests, clock, clinic.zoneOrDefault(), clinic.prepareOrDefault(), clinic.finishOrDefault());
        Affiliations affiliations = new Affiliations(requests, clock, clinic.zoneOrDefault());
        return new Visibility(
                requests,
                fhir,
                bodies,
                index,
                new DataClassifier(),
                labeler,
                visible,
                new PatientSubjects(fhir),
                new Visibility.Register(
                        roles,
                        treatments,
                        bookings,
                        affiliations,
                        representatives,
                        emergencies,
                        cases,
                        mandates,
                        clients),
                new PolicyDecisionPoint(policy, law.gated(), law.absoluteOptOut()),
                new ClinicTime(clock, clinic.zoneOrDefault(), clinic.registrationOrDefault(), clinic.knownOrDefault()),
                clinic.ownOrganizations(),
                properties.base(),
                settings(policy, clinic, law));
    }

    /** Everything of the configuration that a compiled decision hangs on. */
    private static DecisionSettings settings(ImplicitPolicy policy, ClinicProperties clinic, Jurisdiction law) {
        return new DecisionSettings()
                .with("policy", policy)
                .with("gated", new TreeSet<>(law.gated()))
                .with("absolute opt-out", law.absoluteOptOut())
                .with("majority", law.majority())
                .with("zone", clinic.zoneOrDefault())
                .with("organizations", new TreeSet<>(clinic.ownOrganizations()))
                .with("clients", new TreeMap<>(clinic.clientRoles()))
                .with("prepare", clinic.prepareOrDefault())
                .with("finish", clinic.finishOrDefault())
                .with("known", clinic.knownOrDefault());
    }

    /** Before the port is opened. */
    @Bean
    SmartInitializingSingleton catchup(Visibility visibility, PlatformTransactionManager transactions) {
        return () -> visibility.catchup(transactions).run();
    }
}

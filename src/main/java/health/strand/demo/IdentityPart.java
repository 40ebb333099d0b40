package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.Locale;
import org.hl7.fhir.r4.model.Account;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;

/** Writes who the patient is, who acts for a minor, and who treats. */
final class IdentityPart {

    private IdentityPart() {}

    static Patient patient(PatientStory story, Skin skin) {
        Patient patient = new Patient()
                .setActive(true)
                .setGender(story.female() ? AdministrativeGender.FEMALE : AdministrativeGender.MALE)
                .setBirthDateElement(Times.date(story.birthDate()));
        patient.addIdentifier()
                .setSystem(CodeSystems.CLINIC_NUMBER)
                .setValue(String.format(Locale.ROOT, "P%05d", story.number() + 1));
        patient.addName().setFamily(story.family()).addGiven(story.given());
        patient.addTelecom()
                .setSystem(ContactPoint.ContactPointSystem.EMAIL)
                .setUse(ContactPoint.ContactPointUse.HOME)
                .setValue(mailbox(story) + "@patients.example");
        patient.addAddress(new Address().setCity("Lindau").setCountry("DE"));
        patient.addExtension(Canonical.FITZPATRICK, concept(CodeSystems.NCI_THESAURUS, skin.thesaurusCode()));
        return patient;
    }

    private static String mailbox(PatientStory story) {
        return story.given().toLowerCase(Locale.ROOT) + "." + (story.number() + 1);
    }

    /** Kim's guardian. */
    static RelatedPerson guardian(Chart chart) {
        RelatedPerson guardian = new RelatedPerson()
                .setActive(true)
                .setPatient(chart.patient())
                .addRelationship(concept(CodeSystems.ROLE_CODE, "GUARD"))
                .setPeriod(new Period()
                        .setStartElement(Times.day(chart.story().birthDate()))
                        .setEndElement(Times.day(chart.story().birthDate().plusYears(18))));
        guardian.addName().setFamily(chart.story().family()).addGiven("Pat");
        return guardian;
    }

    static CareTeam careTeam(Chart chart) {
        CareTeam team = new CareTeam()
                .setStatus(CareTeam.CareTeamStatus.ACTIVE)
                .setName("Hair care team")
                .setSubject(chart.patient())
                .setPeriod(since(chart))
                .addManagingOrganization(chart.clinic());
        member(chart, team, chart.team().doctor());
        member(chart, team, chart.team().technician());
        member(chart, team, chart.team().support());
        return team;
    }

    private static void member(Chart chart, CareTeam team, Staff staff) {
        team.addParticipant()
                .addRole(concept(CodeSystems.CLINIC_ROLE, staff.role))
                .setMember(chart.registry().person(staff))
                .setPeriod(since(chart));
    }

    static Account account(Chart chart) {
        return new Account()
                .setStatus(Account.AccountStatus.ACTIVE)
                .setType(hl7("v3-ActCode", "PBILLACCT"))
                .setName("Treatment account")
                .addSubject(chart.patient())
                .setServicePeriod(since(chart))
                .setOwner(new Reference(chart.clinic().getReference()));
    }

    private static Period since(Chart chart) {
        return new Period().setStartElement(Times.day(chart.story().firstVisit()));
    }
}

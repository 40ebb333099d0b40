package health.strand.careteam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.strand.server.RunningStrand;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is meant by a body, asked of the real database. */
class AffiliationsIT {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private final Affiliations affiliations =
            new Affiliations(RunningStrand.get().bean(DataSource.class), Clock.systemUTC(), ZoneOffset.UTC);

    @AfterEach
    void forget() {
        for (String source : List.of(
                "CareTeam/af-inner",
                "CareTeam/af-outer",
                "PractitionerRole/af-role",
                "Organization/af-part",
                "Practitioner/af-two",
                "Group/af-group")) {
            affiliations.forget(source);
        }
    }

    @Test
    void findsWhoIsInATeamWithinATeamAndWhoIsThereInARole() {
        PractitionerRole role = new PractitionerRole();
        role.setId("PractitionerRole/af-role");
        role.setActive(true).setPractitioner(new Reference("Practitioner/af-two"));
        affiliations.record(role);
        affiliations.record(team("af-inner", "Practitioner/af-one", "PractitionerRole/af-role"));
        affiliations.record(team("af-outer", "CareTeam/af-inner"));

        assertThat(affiliations.within(List.of("CareTeam/af-outer")))
                .extracting(Affiliation::member, Affiliation::body)
                .contains(
                        tuple("Practitioner/af-one", "CareTeam/af-outer"),
                        tuple("Practitioner/af-two", "CareTeam/af-outer"));
    }

    /** S34: a consent may name by an identifier, too. */
    @Test
    void findsWhoIsMeantByAnIdentifier() {
        Practitioner person = new Practitioner();
        person.addIdentifier().setSystem("urn:af").setValue("two");
        person.setId("Practitioner/af-two");
        Organization part = new Organization();
        part.addIdentifier().setSystem("urn:af").setValue("part");
        part.setId("Organization/af-part");
        PractitionerRole role = new PractitionerRole()
                .setActive(true)
                .setPractitioner(new Reference("Practitioner/af-two"))
                .setOrganization(new Reference("Organization/af-part"));
        role.setId("PractitionerRole/af-role");
        affiliations.record(part);
        affiliations.record(role);

        assertThat(affiliations.record(person)).containsExactly("urn:af|two");
        assertThat(affiliations.within(List.of("urn:af|two")))
                .extracting(Affiliation::member)
                .containsExactly("Practitioner/af-two");
        assertThat(affiliations.within(List.of("urn:af|part")))
                .extracting(Affiliation::member)
                .contains("Practitioner/af-two");
    }

    /** S31. */
    @Test
    void findsTheStaffOfAPartOfAnOrganizationUntilTheyLeave() {
        Organization part = new Organization().setPartOf(new Reference("Organization/af-whole"));
        part.setId("Organization/af-part");
        PractitionerRole role = new PractitionerRole()
                .setActive(true)
                .setPractitioner(new Reference("Practitioner/af-two"))
                .setOrganization(new Reference("Organization/af-part"));
        role.setId("PractitionerRole/af-role");
        affiliations.record(part);
        affiliations.record(role);

        assertThat(affiliations.within(List.of("Organization/af-whole")))
                .extracting(Affiliation::member)
                .contains("Practitioner/af-two", "Organization/af-part");

        affiliations.record(role.setActive(false));

        assertThat(affiliations.within(List.of("Organization/af-whole")))
                .extracting(Affiliation::member)
                .containsExactly("Organization/af-part");
    }

    @Test
    void findsTheMembersOfAGroupWhoAreActive() {
        Group group = new Group().setActive(true);
        group.setId("Group/af-group");
        group.addMember().setEntity(new Reference("Practitioner/af-one"));
        group.addMember().setEntity(new Reference("Practitioner/af-two")).setInactive(true);
        affiliations.record(group);

        assertThat(affiliations.within(List.of("Group/af-group")))
                .extracting(Affiliation::member)
                .containsExactly("Practitioner/af-one");

        affiliations.record(group.setActive(false));

        assertThat(affiliations.within(List.of("Group/af-group"))).isEmpty();
    }

    @Test
    void findsNobodyWhoseTimeInATeamIsOver() {
        CareTeam team = team("af-inner", "Practitioner/af-one");
        team.getParticipantFirstRep().getPeriod().setEnd(Date.from(Instant.parse("2020-01-01T00:00:00Z")));
        affiliations.record(team);

        assertThat(affiliations.within(List.of("CareTeam/af-inner"))).isEmpty();
    }

    @Test
    void knowsFromWhenUntilWhenSomebodyIsMeant() {
        CareTeam inner = team("af-inner", "Practitioner/af-one");
        inner.getParticipantFirstRep().getPeriod().setEnd(Date.from(FAR));
        affiliations.record(inner);
        CareTeam outer = team("af-outer", "CareTeam/af-inner");
        Instant start = Instant.parse("2098-01-01T00:00:00Z");
        outer.getPeriod().setStart(Date.from(start));
        affiliations.record(outer);

        assertThat(affiliations.within(List.of("CareTeam/af-outer")))
                .filteredOn(each -> each.member().startsWith("Practitioner/"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.starts()).isEqualTo(start);
                    assertThat(each.until()).isAfterOrEqualTo(FAR).isBefore(FAR.plusSeconds(86_401));
                });
    }

    private static CareTeam team(String id, String... members) {
        CareTeam team = new CareTeam();
        team.setId("CareTeam/" + id);
        team.setStatus(CareTeam.CareTeamStatus.ACTIVE);
        for (String member : members) {
            team.addParticipant().setMember(new Reference(member));
        }
        return team;
    }
}

package health.strand.careteam;

import health.strand.profiles.CodeSystems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads from the registry who can also be meant by which other reference. */
final class AffiliationReader {

    /** The types it reads. */
    static final Set<String> TYPES =
            Set.of("Practitioner", "PractitionerRole", "Organization", "CareTeam", "Group", "Device");

    private final ZoneId zone;

    AffiliationReader(ZoneId zone) {
        this.zone = zone;
    }

    List<Affiliation> of(Resource resource) {
        List<Affiliation> found = new ArrayList<>();
        String own = reference(resource);
        identifiers(resource).forEach(each -> add(found, own, own, each, always()));
        if (resource instanceof PractitionerRole role && (!role.hasActive() || role.getActive())) {
            ClinicPeriod period = ClinicPeriod.of(role.getPeriod(), zone);
            add(found, own, of(role.getPractitioner()), own, period);
            add(found, own, of(role.getPractitioner()), of(role.getOrganization()), period);
        } else if (resource instanceof Organization organization) {
            add(found, own, own, of(organization.getPartOf()), always());
        } else if (resource instanceof CareTeam team && team.getStatus() == CareTeam.CareTeamStatus.ACTIVE) {
            ClinicPeriod whole = ClinicPeriod.of(team.getPeriod(), zone);
            team.getParticipant()
                    .forEach(each -> add(
                            found, own, of(each.getMember()), own, whole.and(ClinicPeriod.of(each.getPeriod(), zone))));
        } else if (resource instanceof Group group && (!group.hasActive() || group.getActive())) {
            group.getMember().stream()
                    .filter(each -> !each.getInactive())
                    .forEach(each ->
                            add(found, own, of(each.getEntity()), own, ClinicPeriod.of(each.getPeriod(), zone)));
        } else if (resource instanceof Device device && !device.hasPatient()) {
            device.getIdentifier().stream()
                    .filter(each -> CodeSystems.CLIENT_ID.equals(each.getSystem()) && each.hasValue())
                    .forEach(each -> ofClient(found, own, each, device));
        }
        return found;
    }

    /** By which a consent can mean it too, as {@code system|value}. */
    private static List<String> identifiers(Resource resource) {
        Property identifiers = resource.getNamedProperty("identifier");
        return identifiers.getValues().stream()
                .map(Identifier.class::cast)
                .filter(Identifier::hasValue)
                .map(each -> (each.hasSystem() ? each.getSystem() : "") + "|" + each.getValue())
                .toList();
    }

    private static void ofClient(List<Affiliation> found, String own, Identifier client, Device device) {
        String app = "client/" + client.getValue();
        add(found, own, app, own, always());
        add(found, own, app, of(device.getOwner()), always());
    }

    private static ClinicPeriod always() {
        return ClinicPeriod.of(new org.hl7.fhir.r4.model.Period(), java.time.ZoneOffset.UTC);
    }

    private static void add(
            List<Affiliation> found,
            String source,
            @Nullable String member,
            @Nullable String body,
            ClinicPeriod period) {
        if (member != null && body != null && period.starts().isBefore(period.ends())) {
            found.add(new Affiliation(source, member, body, period.starts(), period.ends()));
        }
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static @Nullable String of(Reference reference) {
        return reference.getReferenceElement().hasIdPart()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : null;
    }
}

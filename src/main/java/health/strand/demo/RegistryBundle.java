package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;

import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Writes what is there before the first patient: organizations, rooms, devices, people and their roles. */
final class RegistryBundle {

    static final String SCAN_ROOM = "scan-room";
    static final String OPERATING_ROOM = "operating-room";
    static final String IMAGE_ENDPOINT = "image-endpoint";

    private final Transaction transaction;
    private final LocalDate today;
    private final Map<Party, Reference> parties = new EnumMap<>(Party.class);

    private RegistryBundle(Transaction transaction, LocalDate today) {
        this.transaction = transaction;
        this.today = today;
    }

    static Bundle of(long seed, LocalDate today) {
        RegistryBundle registry = new RegistryBundle(new Transaction(Dice.of(seed, "registry", 0)), today);
        registry.organizations();
        registry.places();
        registry.devices();
        registry.people();
        return registry.transaction.bundle();
    }

    private void organizations() {
        for (Party party : Party.values()) {
            party(party);
        }
        Endpoint images = new Endpoint()
                .addIdentifier(identifier(IMAGE_ENDPOINT))
                .setStatus(Endpoint.EndpointStatus.ACTIVE)
                .setConnectionType(
                        hl7("endpoint-connection-type", "dicom-wado-rs").getCodingFirstRep())
                .setManagingOrganization(party(Party.IMAGING_VENDOR))
                .addPayloadType(hl7("endpoint-payload-type", "any"))
                .setAddress("https://images.example/dicom-web");
        transaction.add(images, Labels.normal());
    }

    private void places() {
        place(SCAN_ROOM, "Scan room");
        place(OPERATING_ROOM, "Operating room");
    }

    private void place(String key, String name) {
        Location location = new Location()
                .addIdentifier(identifier(key))
                .setStatus(Location.LocationStatus.ACTIVE)
                .setName(name)
                .setManagingOrganization(party(Party.CLINIC));
        transaction.add(location, Labels.normal());
    }

    private void devices() {
        for (Instrument instrument : Instrument.values()) {
            device(instrument);
        }
    }

    private void device(Instrument instrument) {
        Device device = new Device()
                .addIdentifier(identifier(instrument.key))
                .setStatus(Device.FHIRDeviceStatus.ACTIVE)
                .setType(concept(CodeSystems.DEVICE_KIND, instrument.kind))
                .setModelNumber(instrument.model)
                .setOwner(party(Party.CLINIC));
        device.addDeviceName().setName(instrument.display).setType(Device.DeviceNameType.USERFRIENDLYNAME);
        device.addVersion().setValue(instrument.version);
        transaction.add(device, Labels.normal());
    }

    private void people() {
        for (Staff staff : Staff.values()) {
            Practitioner practitioner =
                    new Practitioner().addIdentifier(identifier(staff.key)).setActive(true);
            practitioner.addName().setFamily(staff.family).addGiven(staff.given);
            Reference person = transaction.add(practitioner, Labels.normal());
            transaction.add(role(staff, person), Labels.normal());
        }
    }

    private PractitionerRole role(Staff staff, Reference person) {
        return new PractitionerRole()
                .addIdentifier(identifier(staff.key + "-role"))
                .setActive(true)
                .setPeriod(new Period().setStartElement(Times.day(today.minusYears(5))))
                .setPractitioner(person)
                .setOrganization(party(staff.employer))
                .addCode(concept(CodeSystems.CLINIC_ROLE, staff.role));
    }

    private Reference party(Party party) {
        return parties.computeIfAbsent(party, this::organization);
    }

    private Reference organization(Party party) {
        Organization organization = new Organization()
                .addIdentifier(identifier(party.key))
                .setActive(true)
                .addType(hl7("organization-type", party.type))
                .setName(party.display);
        return transaction.add(organization, Labels.normal()).setDisplay(party.display);
    }

    private static Identifier identifier(String key) {
        return new Identifier().setSystem(CodeSystems.DEMO_IDENTIFIER).setValue(key);
    }
}

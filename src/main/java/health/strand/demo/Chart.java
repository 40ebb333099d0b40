package health.strand.demo;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record of one patient while it is being written: the story, those who treat, and the transaction it goes into.
 *
 * @param patient how the transaction's entries refer to the patient
 */
record Chart(
        PatientStory story,
        LocalDate today,
        Registry registry,
        Transaction transaction,
        Dice dice,
        Team team,
        Skin skin,
        Reference patient) {

    /**
     * Who treats the patient.
     *
     * @param doctor responsible
     */
    record Team(Staff doctor, Staff technician, Staff support) {

        /** Ana is Sora's and Tom's; Ito is never near her. The others are drawn. */
        static Team of(PatientStory story, Dice dice) {
            Staff support = dice.chance(0.5) ? Staff.NIA : Staff.TARA;
            Staff technician = dice.chance(0.5) ? Staff.TOM : Staff.UDO;
            if (story.isAna()) {
                return new Team(Staff.SORA, Staff.TOM, support);
            }
            if (story.number() < NamedPatients.COUNT) {
                return new Team(Staff.ITO, Staff.UDO, support);
            }
            List<Staff> doctors =
                    story.arm() == Arm.TRANSPLANT ? List.of(Staff.SORA, Staff.LEA) : List.of(Staff.ITO, Staff.INA);
            return new Team(dice.pick(doctors), technician, support);
        }
    }

    Reference add(Resource resource, Meta meta) {
        return transaction.add(resource, meta);
    }

    Reference doctor() {
        return registry.person(team.doctor());
    }

    Reference technician() {
        return registry.person(team.technician());
    }

    Reference clinic() {
        return registry.organization(Party.CLINIC);
    }
}

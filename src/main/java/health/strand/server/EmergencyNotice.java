package health.strand.server;

import health.strand.access.PatientId;
import health.strand.emergency.Emergency;
import health.strand.profiles.CodeSystems;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What a patient is told when the own record was opened in an emergency, and when that was reviewed. */
final class EmergencyNotice {

    private static final String OPENED =
            "Somebody of the clinic who does not usually read your record has opened it in an emergency, for one hour."
                    + " Pictures of your face and genetic data stay closed. The privacy officer looks into it within three"
                    + " days and you are told what came of it. You may ask why it was done.";
    private static final String JUSTIFIED =
            "The privacy officer has looked into the emergency in which your record was opened. There was a reason for"
                    + " it.";
    private static final String UNJUSTIFIED =
            "The privacy officer has looked into the emergency in which your record was opened. There was no reason for"
                    + " it. Who opened it can open no record in an emergency any more. You may complain to the clinic and to"
                    + " the data-protection authority.";

    private EmergencyNotice() {}

    static Communication opened(Emergency emergency) {
        Communication notice =
                PatientNotice.of(emergency.patient(), "rights-emergency-access", OPENED, Date.from(emergency.starts()));
        notice.addAbout(new Reference(emergency.practitioner()));
        notice.addReasonCode(new CodeableConcept(
                new Coding(CodeSystems.EMERGENCY_REASON, emergency.reason().code(), null)));
        return notice;
    }

    static Communication reviewed(PatientId patient, Task task, boolean justified) {
        Communication notice =
                PatientNotice.of(patient, "rights-answer", justified ? JUSTIFIED : UNJUSTIFIED, task.getLastModified());
        notice.addAbout(new Reference(task.getIdElement().toUnqualifiedVersionless()));
        return notice;
    }
}

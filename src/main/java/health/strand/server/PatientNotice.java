package health.strand.server;

import health.strand.access.PatientId;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Something the server tells a patient about the own record. */
final class PatientNotice {

    private PatientNotice() {}

    /** @param kind a code of {@link CodeSystems#NOTICE_KIND} */
    static Communication of(PatientId patient, String kind, String text, Date sent) {
        Reference itself = new Reference("Patient/" + patient);
        Communication notice = new Communication()
                .setStatus(CommunicationStatus.COMPLETED)
                .addCategory(new CodeableConcept(new Coding(CodeSystems.NOTICE_KIND, kind, null)))
                .setSubject(itself)
                .addRecipient(itself.copy())
                .setSent(sent);
        notice.getMeta().addProfile(Canonical.STRUCTURE + "hr-notice");
        notice.addPayload().setContent(new StringType(text));
        return notice;
    }
}

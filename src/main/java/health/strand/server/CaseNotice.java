package health.strand.server;

import health.strand.access.PatientId;
import health.strand.oversight.CaseReason;
import health.strand.oversight.PrivacyCase;
import health.strand.profiles.CodeSystems;
import java.util.Date;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What a patient is told when the privacy officer opens the record for a case, and when that is over. */
final class CaseNotice {

    private static final String KIND = "rights-case-access";
    private static final String OPENED =
            "The privacy officer of the clinic has opened your record to look into something about it. The officer can read"
                    + " it, and not change it, for thirty days or until the case is closed. The task this message names says"
                    + " why. Every look is in the list of who read your record. You may ask about it, and complain to the"
                    + " data-protection authority.";
    private static final String CLOSED =
            "The privacy officer has closed the case about your record, and reads consents and the list of who read your"
                    + " record only.";

    private CaseNotice() {}

    static Communication opened(PrivacyCase opened, Task task, CaseReason reason) {
        Communication notice = PatientNotice.of(opened.patient(), KIND, OPENED, Date.from(opened.starts()));
        notice.addAbout(new Reference(opened.officer()));
        notice.addAbout(new Reference(task.getIdElement().toUnqualifiedVersionless()));
        notice.addReasonCode(PrivacyOfficer.concept(CodeSystems.CASE_REASON, reason.code()));
        return notice;
    }

    static Communication closed(PatientId patient, Task task) {
        Communication notice = PatientNotice.of(patient, KIND, CLOSED, task.getLastModified());
        notice.addAbout(new Reference(task.getIdElement().toUnqualifiedVersionless()));
        return notice;
    }
}

package health.strand.twin;

/**
 * A session for a patient that nobody's consents cover: for a purpose that none names. Its file is DICOM of nothing but
 * seven-bit bytes, and says whose it is.
 */
final class SentSession {

    private static final String BOUNDARY = "twinboundary4f2";

    private SentSession() {}

    static Ask of(String patient) {
        String media =
                "{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'resourceType':'Media','status':"
                        + "'completed','reasonCode':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActReason',"
                        + "'code':'DISASTER'}]}],'subject':{'reference':'" + patient
                        + "'},'content':{'url':'cid:scan'}}}]}";
        String body = part("session", "application/fhir+json", media.replace('\'', '"'))
                + part("scan", "application/dicom", file(patient.substring(patient.indexOf('/') + 1)))
                + "--" + BOUNDARY + "--\r\n";
        return Ask.post("ImagingStudy/$intake-session", body)
                .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .in("L39");
    }

    private static String part(String name, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n";
    }

    private static String file(String id) {
        return "\0".repeat(128) + "DICM"
                + element("\u0002\0\u0010\0UI", "1.2.840.10008.1.2.1\0")
                + element("\u0008\0\u0018\0UI", "1.2.3.40")
                + element("\u0010\0\u0020\0LO", id.length() % 2 == 0 ? id : id + " ");
    }

    private static String element(String head, String value) {
        return head + (char) value.length() + "\0" + value;
    }
}

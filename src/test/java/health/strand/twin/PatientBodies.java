package health.strand.twin;

/** The patient and the files of a chart, which others refer to by their ids. */
final class PatientBodies {

    /** A picture that can be decoded, so that there can be a copy of it. */
    private static final String TWO_BY_TWO =
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAD0lEQVR4nGNoAAMGBzAAACTOBIHVUVYVAAAAAElFTkSuQmCC";

    private PatientBodies() {}

    static String patient(Words words) {
        return ("{'resourceType':'Patient','identifier':[{'system':'urn:twin:number','value':'%s'}],"
                        + "'name':[{'family':'%s','given':['%s']}],'telecom':[{'system':'phone','value':'%s'}],"
                        + "'gender':'%s','birthDate':'%s','address':[{'city':'%s','line':['%s 1']}]}")
                .formatted(
                        words.word(),
                        words.word(),
                        words.word(),
                        words.word(),
                        words.chance(2) ? "female" : "male",
                        words.date().replaceFirst("^20", "19"),
                        words.word(),
                        words.word());
    }

    /** Somebody who may decide for the patient. */
    static String agent(Words words, String patient) {
        return ("{'resourceType':'RelatedPerson','active':true,'patient':{'reference':'%s'},'relationship':[{'coding':"
                        + "[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'POWATT'}]}],"
                        + "'name':[{'family':'%s'}],'period':{'start':'2020-01-01'}}")
                .formatted(patient, words.word());
    }

    static String binary(String patient) {
        return ("{'resourceType':'Binary','contentType':'image/png','securityContext':{'reference':'%s'},"
                        + "'data':'%s'}")
                .formatted(patient, TWO_BY_TWO);
    }
}

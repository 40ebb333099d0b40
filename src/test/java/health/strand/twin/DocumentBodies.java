package health.strand.twin;

import java.util.List;

/** What holds a copy of something else: a letter with a picture in it, a prescription with its drug inside. */
final class DocumentBodies {

    private final Words words;
    private final String patient;

    DocumentBodies(Words words, String patient) {
        this.words = words;
        this.patient = patient;
    }

    void addTo(Transaction bundle, List<String> binaries) {
        bundle.add(("{'resourceType':'DocumentReference','status':'current','subject':{'reference':'%s'},"
                        + "'description':'%s','content':[{'attachment':{'contentType':'image/png','url':'%s',"
                        + "'title':'%s'}}]%s}")
                .formatted(patient, words.word(), words.one(binaries), words.word(), Labels.draw(words)));
        bundle.add(
                ("{'resourceType':'MedicationRequest','status':'active','intent':'order','contained':[{'resourceType':"
                                + "'Medication','id':'drug','code':{'text':'%s'}}],'medicationReference':{'reference':'#drug'},"
                                + "'subject':{'reference':'%s'},'authoredOn':'%s'%s}")
                        .formatted(words.word(), patient, words.date(), Labels.draw(words)));
    }
}

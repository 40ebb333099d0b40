package health.strand.bench;

import java.util.ArrayList;
import java.util.List;

/** What the three readers ask. */
final class Questions {

    private static final int THINGS = 60;
    private static final int TREATED = 300;
    private static final String PANELS =
            "code=https://strand.health/fhir/CodeSystem/trichometry%7Ctrichometry-panel&_count=20";

    private final BenchServer server;
    private final Clinic clinic;

    Questions(BenchServer server, Clinic clinic) {
        this.server = server;
        this.clinic = clinic;
    }

    List<Question> all() {
        List<Question> all = new ArrayList<>();
        String clinician = clinic.clinicianOf(TREATED);
        List<String> treated = clinic.patientsOf(clinician, THINGS);
        String who = "clinician of " + clinic.treated(clinician);
        String token = server.token(clinician);
        all.add(new Question(who, "read", token, clinic.granted(clinician, "Observation", THINGS)));
        all.add(new Question(who, "token search", token, List.of("Observation?" + PANELS)));
        all.add(new Question(
                who,
                "token search, one patient",
                token,
                treated.stream()
                        .map(each -> "Observation?patient=" + each + "&" + PANELS)
                        .toList()));
        all.add(new Question(
                who,
                "chained search",
                token,
                treated.stream().map(this::chained).toList()));
        all.add(new Question(
                who,
                "`$everything`",
                token,
                treated.stream().map(Questions::everything).toList()));
        String patient = clinic.patient();
        String own = server.token(patient);
        all.add(new Question("patient", "read", own, clinic.granted(patient, "Observation", THINGS)));
        all.add(new Question("patient", "token search", own, List.of("Observation?" + PANELS)));
        all.add(new Question("patient", "chained search", own, List.of(chained(patient))));
        all.add(new Question("patient", "`$everything`", own, List.of(everything(patient))));
        String marketing = clinic.staff("mia");
        String campaign = server.token(marketing);
        all.add(new Question("marketing", "read", campaign, clinic.granted(marketing, "DocumentReference", THINGS)));
        all.add(new Question(
                "marketing",
                "token search",
                campaign,
                List.of("DocumentReference?type=https://strand.health/fhir/CodeSystem/document-kind"
                        + "%7Cmarketing-derivative&_count=20")));
        all.add(new Question(
                "marketing",
                "chained search",
                campaign,
                List.of("DocumentReference?author:Practitioner.identifier=urn:strand:demo%7Cmia&_count=20")));
        all.add(new Question("marketing", "`$everything`", campaign, List.of(everything(patient))));
        return all;
    }

    private String chained(String patient) {
        return "Observation?patient.identifier=" + clinic.identifier(patient) + "&_count=20";
    }

    private static String everything(String patient) {
        return patient + "/$everything?_count=200";
    }
}

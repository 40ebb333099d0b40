package health.strand.twin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One patient's chart: what was seen, done, pictured, asked and paid, at random. */
final class ChartBodies {

    private final Words words;
    private final Registry registry;
    private final String patient;
    private final Transaction bundle = new Transaction();
    private final List<String> observations = new ArrayList<>();
    private final List<String> encounters = new ArrayList<>();
    private final List<String> displays = new ArrayList<>();

    ChartBodies(Words words, Registry registry, String patient) {
        this.words = words;
        this.registry = registry;
        this.patient = patient;
    }

    /** Writes it and returns the references of all that was written. */
    List<String> load(Loader loader, List<String> binaries) {
        careTeam();
        for (int i = 0; i < 1 + words.below(2); i++) {
            encounter();
        }
        appointment();
        for (int i = 0; i < 6 + words.below(4); i++) {
            observation();
        }
        binaries.forEach(this::media);
        new PanelBodies(words, registry, patient).addTo(bundle, encounters);
        new DicomBodies(words, patient).addTo(bundle);
        new DocumentBodies(words, patient).addTo(bundle, binaries);
        for (int i = 0; i < 2; i++) {
            report();
        }
        MoreBodies more = new MoreBodies(words, registry, patient, observations, displays, encounters);
        more.addTo(bundle);
        more.addGroupTo(bundle);
        Map<String, String> stored = loader.store(bundle);
        return List.copyOf(stored.values());
    }

    private void careTeam() {
        StringBuilder members = new StringBuilder();
        for (String name : List.of("sora", "wes", "ito", "nia", "eve", "duo")) {
            if (words.chance(2)) {
                members.append(members.isEmpty() ? "" : ",")
                        .append("{'member':{'reference':'" + registry.reference(name) + "'}"
                                + (words.chance(4) ? ",'period':{'end':'2025-03-01'}}" : "}"));
            }
        }
        if (members.isEmpty()) {
            members.append("{'member':{'reference':'" + registry.reference("sora") + "'}}");
        }
        bundle.add(("{'resourceType':'CareTeam','status':'%s','name':'%s','subject':{'reference':'%s'},"
                        + "'period':{'start':'2020-01-01'},'participant':[%s]}")
                .formatted(words.chance(5) ? "inactive" : "active", words.word(), patient, members));
    }

    private void encounter() {
        String day = words.date();
        encounters.add(bundle.add(("{'resourceType':'Encounter','status':'finished','class':{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'},"
                        + "'subject':{'reference':'%s'},'participant':[{'individual':{'reference':'%s'}}],"
                        + "'reasonCode':[{'text':'%s'}],'period':{'start':'%s','end':'%s'}%s}")
                .formatted(patient, registry.reference(anybody()), words.word(), day, day, Labels.draw(words))));
    }

    private void appointment() {
        Instant start =
                words.chance(2) ? Instant.now().minus(10, ChronoUnit.MINUTES) : Instant.parse("2026-03-01T10:00:00Z");
        Instant whole = start.truncatedTo(ChronoUnit.SECONDS);
        bundle.add(("{'resourceType':'Appointment','status':'booked','description':'%s','start':'%s','end':'%s',"
                        + "'participant':[{'actor':{'reference':'%s'},'status':'accepted'},"
                        + "{'actor':{'reference':'%s'},'status':'accepted'}]}")
                .formatted(
                        words.word(),
                        whole,
                        whole.plus(20, ChronoUnit.HOURS),
                        patient,
                        registry.reference(words.one(List.of("sora", "ito", "nia")))));
    }

    private void observation() {
        String word = words.word();
        boolean genetic = words.chance(3);
        String category = genetic
                ? "'category':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],"
                : "";
        String from = observations.isEmpty() || words.chance(2)
                ? ""
                : ",'derivedFrom':[" + toObservation() + (words.chance(3) ? "," + toObservation() : "") + "]";
        String body = ("{'resourceType':'Observation','status':'final',%s'code':{'coding':[{'system':'urn:twin:code',"
                        + "'code':'c%d'}],'text':'%s'},'subject':{'reference':'%s'},'encounter':{'reference':'%s'},"
                        + "'effectiveDateTime':'%s','performer':[{'reference':'%s'}],'valueQuantity':{'value':%s,"
                        + "'unit':'1','system':'http://unitsofmeasure.org','code':'1'},'note':[{'text':'%s'}]%s%s}")
                .formatted(
                        category,
                        words.below(4),
                        word,
                        patient,
                        words.one(encounters),
                        words.date(),
                        registry.reference(genetic && words.chance(2) ? "lena" : anybody()),
                        words.number(),
                        word,
                        from,
                        Labels.draw(words));
        observations.add(bundle.add(body));
        displays.add(word);
    }

    private String toObservation() {
        int index = words.below(observations.size());
        return "{'reference':'" + observations.get(index) + "','display':'" + displays.get(index) + "'}";
    }

    private void media(String binary) {
        bundle.add(("{'resourceType':'Media','status':'completed','subject':{'reference':'%s'},"
                        + "'createdDateTime':'%s','operator':{'reference':'%s'},'note':[{'text':'%s'}],"
                        + "'content':{'contentType':'image/png','url':'%s','title':'%s'}%s}")
                .formatted(
                        patient,
                        words.date(),
                        registry.reference(anybody()),
                        words.word(),
                        binary,
                        words.word(),
                        Labels.draw(words)));
    }

    private void report() {
        String word = words.word();
        bundle.add(("{'resourceType':'DiagnosticReport','status':'final','code':{'text':'%s'},"
                        + "'text':{'status':'generated','div':'<div xmlns=\\'http://www.w3.org/1999/xhtml\\'>%s</div>'},"
                        + "'subject':{'reference':'%s'},'encounter':{'reference':'%s'},'effectiveDateTime':'%s',"
                        + "'result':[%s,%s],'conclusion':'%s'%s}")
                .formatted(
                        word,
                        word,
                        patient,
                        words.one(encounters),
                        words.date(),
                        toObservation(),
                        toObservation(),
                        word,
                        Labels.draw(words)));
    }

    private String anybody() {
        return words.one(List.of("sora", "ito", "nia"));
    }
}

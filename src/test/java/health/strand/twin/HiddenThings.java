package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is written into another server in an administrator's name, to see whether others notice. */
final class HiddenThings {

    private final Transaction bundle = new Transaction();
    private final List<StoredRecord> records = new ArrayList<>();
    private final Map<String, String> stored = new LinkedHashMap<>();

    /** @param subject whom they are about; a new patient when empty */
    HiddenThings(Words words, String subject, String label) {
        String[] coding = label.split("\\|", 2);
        String meta = label.isEmpty()
                ? ""
                : ",'meta':{'security':[{'system':'" + coding[0] + "','code':'" + coding[coding.length - 1] + "'}]}";
        String patient = subject.isEmpty() ? bundle.add(PatientBodies.patient(words)) : subject;
        String about = "'subject':{'reference':'" + patient + "'}" + meta;
        String encounter = bundle.add("{'resourceType':'Encounter','status':'finished','class':{'system':"
                + "'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'},'reasonCode':[{'text':'"
                + words.word() + "'}],'period':{'start':'2026-02-02','end':'2026-02-02'}," + about + "}");
        for (int i = 0; i < 2; i++) {
            bundle.add("{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'urn:twin:code',"
                    + "'code':'c1'}],'text':'" + words.word() + "'},'encounter':{'reference':'" + encounter
                    + "'},'effectiveDateTime':'2026-02-02','valueQuantity':{'value':" + words.number() + "}," + about
                    + "}");
        }
        bundle.add("{'resourceType':'Condition','clinicalStatus':{'coding':[{'system':"
                + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},'code':{'text':'"
                + words.word() + "'}," + about + "}");
        describe();
    }

    private void describe() {
        for (JsonNode entry : Json.read(bundle.json()).path("entry")) {
            ObjectNode body = (ObjectNode) entry.path("resource");
            String id = UUID.randomUUID().toString();
            String reference = body.path("resourceType").asText() + "/" + id;
            records.add(new StoredRecord(
                    0,
                    reference,
                    false,
                    Instant.EPOCH,
                    List.of(new StoredRecord.Version(1, body, Set.of(), Instant.EPOCH))));
        }
    }

    /** They as the requests name them, with ids that are nowhere. */
    List<StoredRecord> records() {
        return records;
    }

    /** Writes them. */
    void write(Loader loader) {
        List<String> kept = List.copyOf(loader.store(bundle).values());
        for (int i = 0; i < kept.size(); i++) {
            stored.put(records.get(i).id(), kept.get(i).replaceAll(".*/", ""));
        }
    }

    /** Takes them away again, the last first. */
    void remove(Loader loader) {
        List<StoredRecord> backwards = new ArrayList<>(records);
        java.util.Collections.reverse(backwards);
        backwards.forEach(each -> loader.delete(real(each.reference())));
    }

    /** A text with the ids that they were given. */
    String real(String text) {
        String real = text;
        for (Map.Entry<String, String> each : stored.entrySet()) {
            real = real.replace(each.getKey(), each.getValue());
        }
        return real;
    }

    /** A text with the ids that the requests name. */
    String asNamed(String text) {
        String named = text;
        for (Map.Entry<String, String> each : stored.entrySet()) {
            named = named.replace(each.getValue(), each.getKey());
        }
        return named;
    }
}

package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels that count, read off the paper: those of all versions, and those of whatever a record was made from, handed on
 * round after round until nothing is new.
 */
final class NaiveLabels {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|";
    private static final String SINCE = "since|";
    private static final String LEVELS = "ULMNRV";

    private final Map<String, StoredRecord> world = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    NaiveLabels(Collection<StoredRecord> world) {
        for (StoredRecord each : world) {
            this.world.put(each.reference(), each);
            Set<String> own = new HashSet<>();
            each.versions().forEach(version -> {
                own.addAll(version.labels());
                own.addAll(withheld(version));
            });
            labels.put(each.reference(), own);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (StoredRecord each : world) {
                for (StoredRecord.Version version : each.versions()) {
                    more |= hand(each, version.body());
                }
            }
        }
    }

    Set<String> of(StoredRecord record) {
        return labels.getOrDefault(record.reference(), Set.of()).stream()
                .filter(each -> !each.startsWith(SINCE))
                .collect(Collectors.toSet());
    }

    /** Since when it, or what it was made from, is kept from the patient. */
    Set<LocalDate> withheldSince(StoredRecord record) {
        return labels.getOrDefault(record.reference(), Set.of()).stream()
                .filter(each -> each.startsWith(SINCE))
                .map(each -> LocalDate.parse(each.substring(SINCE.length())))
                .collect(Collectors.toSet());
    }

    /** A date is handed on like a label. */
    private static Set<String> withheld(StoredRecord.Version version) {
        Set<String> since = new HashSet<>();
        if (version.labels().stream().anyMatch(each -> each.endsWith("|NOPAT") || each.endsWith("|TBOO"))) {
            for (JsonNode extension : version.body().path("extension")) {
                if (extension.path("url").asText().endsWith("/withheld-from-patient")) {
                    since.add(SINCE + extension.at("/extension/0/valueDateTime").asText());
                }
            }
        }
        return since;
    }

    private boolean hand(StoredRecord to, JsonNode body) {
        boolean more = false;
        for (String concluded : concludedFrom(to.type(), body)) {
            more |= take(to.reference(), concluded, true);
        }
        for (String told : about(to.type(), body)) {
            more |= take(to.reference(), told, false);
        }
        for (String file : files(body)) {
            more |= take(to.reference(), file, false);
            more |= take(file, to.reference(), false);
        }
        return more;
    }

    private static Set<String> concludedFrom(String type, JsonNode body) {
        return switch (type) {
            case "Observation" -> References.in(body, "derivedFrom");
            case "RiskAssessment" -> References.in(body, "basis");
            default -> Set.of();
        };
    }

    private static Set<String> about(String type, JsonNode body) {
        Set<String> about = new HashSet<>();
        if (type.equals("Provenance")) {
            about.addAll(References.in(body, "target"));
            about.addAll(References.in(body, "entity"));
        }
        if (type.equals("Binary")) {
            about.addAll(References.in(body, "securityContext"));
            about.removeIf(each -> each.startsWith("Patient/"));
        }
        return about;
    }

    private static Set<String> files(JsonNode body) {
        return References.under(body, "url").stream()
                .filter(each -> each.startsWith("Binary/"))
                .collect(Collectors.toSet());
    }

    private boolean take(String to, String from, boolean findings) {
        Set<String> mine = labels.get(to);
        StoredRecord source = world.get(from);
        if (mine == null || source == null) {
            return false;
        }
        boolean more = false;
        for (String label : List.copyOf(labels.getOrDefault(from, Set.of()))) {
            if (!findings || goesWithFindings(label, source)) {
                more |= mine.add(label);
            }
        }
        if (mine.stream().anyMatch(each -> each.endsWith("|GDIS"))) {
            more |= mine.add(CONFIDENTIALITY + "R");
        }
        return more;
    }

    /** A number shows no face, and is no secret for having been counted in a picture. */
    private boolean goesWithFindings(String label, StoredRecord source) {
        if (label.startsWith(CONFIDENTIALITY)) {
            boolean restrictedAnyway =
                    List.of("Media", "Binary", "ImagingStudy").contains(source.type())
                            || of(source).stream().anyMatch(each -> each.endsWith("|GDIS"));
            return LEVELS.indexOf(label.substring(CONFIDENTIALITY.length())) > (restrictedAnyway ? 4 : 3);
        }
        return !label.endsWith("|IDS") && !label.endsWith("|PHOTOID");
    }
}

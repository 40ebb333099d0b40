package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.ResourceFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what decisions look at off the JSON of all versions, as far as the twin worlds make use of it. */
final class NaiveFacts {

    private static final List<String> PERFORMERS = List.of("performer", "author", "operator", "owner");
    private static final long WITHHELD_SECONDS = 30L * 24 * 3600;
    private static final String LEVELS = "ULMNRV";

    private final Collection<StoredRecord> world;
    private final NaiveLabels labels;

    NaiveFacts(Collection<StoredRecord> world) {
        this.world = world;
        this.labels = new NaiveLabels(world);
    }

    ResourceFacts of(StoredRecord record) {
        Set<PatientId> patients = new HashSet<>();
        Set<String> labels = this.labels.of(record);
        Set<String> performers = new HashSet<>();
        Instant withheld = this.labels.withheldSince(record).stream()
                .max(Comparator.naturalOrder())
                .map(date ->
                        date.atStartOfDay(ZoneId.systemDefault()).toInstant().plusSeconds(WITHHELD_SECONDS))
                .orElse(null);
        for (StoredRecord.Version version : record.versions()) {
            References.under(version.body(), "reference").stream()
                    .filter(each ->
                            each.startsWith("Patient/") && !record.type().equals("Patient"))
                    .forEach(each -> patients.add(new PatientId(each.substring("Patient/".length()))));
            PERFORMERS.forEach(each -> performers.addAll(References.in(version.body(), each)));
        }
        if (record.type().equals("Patient")) {
            patients.add(new PatientId(record.id()));
        }
        if (record.type().equals("Provenance")) {
            targets(record).forEach(target -> patients.addAll(of(target).patients()));
        }
        return new ResourceFacts(
                record.reference(),
                patients,
                classOf(record),
                confidentiality(labels),
                sensitivities(labels),
                performers,
                withheld,
                Set.of(),
                Set.of(),
                content(record),
                null,
                null,
                record.created(),
                Set.of(),
                Set.of());
    }

    /** What is said about records is of the class of the most guarded of them. */
    private DataClass classOf(StoredRecord record) {
        DataClass own = NaiveClass.of(record.type(), record.versions(), labels.of(record));
        if (!record.type().equals("Provenance") || own == DataClass.GENETIC) {
            return own;
        }
        return targets(record).stream()
                .map(this::classOf)
                .filter(NaiveClass.GUARDED::contains)
                .max(Comparator.comparingInt(NaiveClass.GUARDED::indexOf))
                .orElse(DataClass.PRIVACY);
    }

    private List<StoredRecord> targets(StoredRecord record) {
        Set<String> targets = new HashSet<>();
        record.versions().forEach(version -> targets.addAll(References.in(version.body(), "target")));
        return world.stream().filter(each -> targets.contains(each.reference())).toList();
    }

    private static Confidentiality confidentiality(Set<String> labels) {
        String best = null;
        for (String label : labels) {
            if (label.contains("v3-Confidentiality|")) {
                String code = label.substring(label.indexOf('|') + 1);
                best = best == null || LEVELS.indexOf(code) > LEVELS.indexOf(best) ? code : best;
            }
        }
        return Confidentiality.fromCode(Objects.requireNonNullElse(best, "V")).orElseThrow();
    }

    private static Set<String> sensitivities(Set<String> labels) {
        Set<String> codes = labels.stream()
                .filter(each -> !each.contains("v3-Confidentiality|"))
                .map(each -> each.substring(each.indexOf('|') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (codes.contains("PSY")) {
            codes.add("SPI");
        }
        return codes;
    }

    /** What else has the same content: the file of a picture, its other pictures, whose file it is. */
    private Set<String> content(StoredRecord record) {
        Set<String> same = new HashSet<>();
        if (record.type().equals("Binary")) {
            same.addAll(carriers(record.reference()));
            same.addAll(References.in(record.body(), "securityContext"));
        }
        for (StoredRecord.Version version : record.versions()) {
            for (String file : files(version.body())) {
                same.add(file);
                same.addAll(carriers(file));
            }
        }
        if (isCopy(record.body())) {
            same.addAll(References.in(record.body(), "extension"));
        }
        same.remove(record.reference());
        return same;
    }

    /** A picture made for publication, by the server itself. */
    private static boolean isCopy(JsonNode body) {
        return body.path("extension").toString().contains("/copy-of\"");
    }

    private Set<String> carriers(@Nullable String file) {
        return world.stream()
                .filter(each -> each.versions().stream()
                        .anyMatch(version -> files(version.body()).contains(file)))
                .map(StoredRecord::reference)
                .collect(Collectors.toSet());
    }

    private static Set<String> files(JsonNode body) {
        return References.under(body, "url").stream()
                .filter(each -> each.startsWith("Binary/"))
                .collect(Collectors.toSet());
    }

    /** The class, in numbers off the table of the paper. */
    private static final class NaiveClass {

        private static final List<String> GENETIC =
                List.of("FamilyMemberHistory", "RiskAssessment", "Specimen", "MolecularSequence");

        /** The least guarded first. */
        static final List<DataClass> GUARDED = List.of(
                DataClass.ADMINISTRATION,
                DataClass.IDENTITY,
                DataClass.BILLING,
                DataClass.PRIVACY,
                DataClass.CLINICAL,
                DataClass.SCALP_IMAGE,
                DataClass.FACE_IMAGE,
                DataClass.GENETIC);

        static DataClass of(String type, List<StoredRecord.Version> versions, Set<String> labels) {
            boolean genetic = GENETIC.contains(type)
                    || labels.stream().anyMatch(each -> each.endsWith("|GDIS"))
                    || versions.stream()
                            .anyMatch(each ->
                                    each.body().path("category").toString().contains("\"GE\""));
            if (genetic) {
                return DataClass.GENETIC;
            }
            if (type.equals("Media") && versions.stream().anyMatch(each -> isCopy(each.body()))) {
                return DataClass.MARKETING;
            }
            boolean face = labels.stream().anyMatch(each -> each.endsWith("|IDS") || each.endsWith("|PHOTOID"));
            return switch (type) {
                case "Media", "Binary", "DocumentReference", "ImagingStudy" ->
                    face ? DataClass.FACE_IMAGE : DataClass.SCALP_IMAGE;
                case "Patient", "RelatedPerson" -> DataClass.IDENTITY;
                case "Task" -> ofRights(versions, "code");
                case "Communication" -> ofRights(versions, "category");
                case "Encounter", "CareTeam", "Appointment" -> DataClass.ADMINISTRATION;
                case "Invoice" -> DataClass.BILLING;
                case "Consent", "Provenance" -> DataClass.PRIVACY;
                case "Practitioner", "PractitionerRole", "Organization" -> DataClass.REGISTRY;
                default -> DataClass.CLINICAL;
            };
        }

        private static DataClass ofRights(List<StoredRecord.Version> versions, String kind) {
            return versions.stream()
                            .anyMatch(each -> each.body().path(kind).toString().contains("\"rights-"))
                    ? DataClass.PRIVACY
                    : DataClass.ADMINISTRATION;
        }
    }
}

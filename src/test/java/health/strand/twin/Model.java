package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What requests are filled with: ids and values of the visible, the hidden and the deleted, and of nothing. */
final class Model {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private final Words words;
    private final Projection projection;
    private final boolean readsEveryTrail;
    private final List<StoredRecord> visible;
    private final List<StoredRecord> hidden;
    private final Map<String, Set<String>> tokens = new TreeMap<>();
    private final Set<String> dates = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();

    /** @param readsEveryTrail whether the requester reads the audit trail of everybody, also of who is hidden from them */
    Model(
            Words words,
            Collection<StoredRecord> world,
            Set<StoredRecord> hidden,
            Projection projection,
            boolean readsEveryTrail) {
        this.words = words;
        this.readsEveryTrail = readsEveryTrail;
        this.projection = projection;
        this.visible = world.stream().filter(each -> !hidden.contains(each)).toList();
        this.hidden = world.stream().filter(hidden::contains).toList();
        world.forEach(each -> each.versions().forEach(version -> {
            Set<String> own = tokens.computeIfAbsent(each.type(), any -> new TreeSet<>());
            own.addAll(version.labels());
            harvest(version.body(), own);
        }));
    }

    private void harvest(JsonNode node, Set<String> own) {
        if (node.has("code") && node.path("code").isTextual()) {
            own.add(node.path("system").asText() + "|" + node.path("code").asText());
        }
        if (node.has("system") && node.has("value")) {
            own.add(node.path("system").asText() + "|" + node.path("value").asText());
        }
        if (node.isTextual() && DATE.matcher(node.asText()).matches()) {
            dates.add(node.asText().substring(0, 10));
        } else if (node.isTextual()) {
            texts.addAll(Words.in(node.asText()));
        } else if (node.isNumber()) {
            numbers.add(node.asText());
        }
        node.forEach(child -> harvest(child, own));
    }

    Words words() {
        return words;
    }

    /** A reference of the type: visible, hidden, deleted, or of nothing. */
    String reference(String type) {
        List<StoredRecord> from = words.chance(3) ? visible : hidden;
        List<StoredRecord> fitting =
                from.stream().filter(each -> each.type().equals(type)).toList();
        return fitting.isEmpty() || words.chance(6)
                ? nothing(type)
                : words.one(fitting).reference();
    }

    /** All of a type that are there, or all that are hidden. */
    List<StoredRecord> some(String type) {
        List<StoredRecord> from = words.chance(3) ? visible : hidden;
        return from.stream().filter(each -> each.type().equals(type)).toList();
    }

    private String nothing(String type) {
        return type + "/" + UUID.nameUUIDFromBytes(words.word().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A hidden patient; nothing where even of those the trail is there for the requester. */
    String foreignPatient() {
        List<StoredRecord> others =
                hidden.stream().filter(each -> "Patient".equals(each.type())).toList();
        return readsEveryTrail || others.isEmpty()
                ? nothing("Patient")
                : words.one(others).reference();
    }

    /** A resource that is there for the requester and not deleted. */
    List<StoredRecord> visible() {
        return visible.stream().filter(each -> !each.deleted()).toList();
    }

    boolean isDeleted(String reference) {
        return java.util.stream.Stream.concat(visible.stream(), hidden.stream())
                .anyMatch(each -> each.deleted() && each.reference().equals(reference));
    }

    boolean isVisible(String reference) {
        return visible().stream().anyMatch(each -> each.reference().equals(reference));
    }

    /** Its newest body as the requester sees it, to be changed. */
    JsonNode shown(StoredRecord record) {
        return projection.of(record.body()).deepCopy();
    }

    /** A reference of any type that there is. */
    String reference() {
        return reference(words.one(List.copyOf(tokens.keySet())));
    }

    /** The types there are resources of. */
    List<String> types() {
        return List.copyOf(tokens.keySet());
    }

    /** A value for a parameter of this kind. */
    String value(String type, String kind) {
        return switch (kind) {
            case "token" -> token(type);
            case "date" -> words.one(List.of("", "gt", "lt", "ge", "le", "ne", "sa", "eb")) + date();
            case "number", "quantity" -> words.one(List.of("", "gt", "lt", "ge", "le", "ne", "ap")) + number();
            case "reference" -> words.chance(2) ? reference("Patient") : reference();
            case "string" -> text();
            case "uri" -> "urn:twin:" + text();
            default -> text();
        };
    }

    private String token(String type) {
        Set<String> known = tokens.getOrDefault(type, Set.of());
        if (known.isEmpty() || words.chance(8)) {
            return "urn:twin:code|none";
        }
        String token = words.one(List.copyOf(known));
        return words.chance(3) ? token.substring(token.indexOf('|') + 1) : token;
    }

    private String date() {
        return words.chance(5) ? "2025" : words.one(List.copyOf(dates));
    }

    private String number() {
        return words.chance(4) ? "100" : words.one(List.copyOf(numbers));
    }

    String text() {
        String text = words.one(List.copyOf(texts));
        return words.chance(4) ? text.substring(0, 3 + words.below(6)) : text;
    }

    /** All words of the hidden that are not also in what is visible. */
    Set<String> canaries() {
        Set<String> shown = visible.stream()
                .flatMap(each -> each.versions().stream())
                .flatMap(version -> Words.in(projection.of(version.body()).toString()).stream())
                .collect(Collectors.toSet());
        Set<String> canaries = new TreeSet<>();
        for (StoredRecord each : hidden) {
            each.versions()
                    .forEach(version -> canaries.addAll(Words.in(version.body().toString())));
        }
        canaries.removeAll(shown);
        return canaries;
    }

    /** Several different of something. */
    static <T> List<T> some(int count, java.util.function.Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }
}

package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws requests about single resources: reads, versions, histories, everything of a patient, batches of these. */
final class InstanceGrammar {

    private final Words words;
    private final Model model;

    InstanceGrammar(Model model) {
        this.words = model.words();
        this.model = model;
    }

    Ask one() {
        String item = model.reference();
        return switch (words.below(10)) {
            case 0, 1 -> Ask.get(item).in(model.isDeleted(item) ? "L05" : "L01");
            case 2 -> Ask.get(item + "/_history/" + (1 + words.below(3))).in("L02");
            case 3 ->
                Ask.get(item + "/_history" + words.one(List.of("", "?_count=1", "?_since=2026-01-01")))
                        .in("L03");
            case 4 -> everything();
            case 5 -> Ask.get(item).with("If-None-Match", "W/\"1\"").in("L36");
            case 6 ->
                Ask.get(item)
                        .with("If-Modified-Since", "Tue, 01 Jan 2030 00:00:00 GMT")
                        .in("L36");
            case 7 ->
                Ask.get(item + words.one(List.of("?_summary=true", "?_elements=id", "?_summary=text")))
                        .in("L15");
            case 8 -> batch();
            default -> odd(item);
        };
    }

    private Ask everything() {
        String query = words.one(List.of(
                "", "?_count=3", "?_type=Observation,Media", "?_since=2026-01-01", "?start=2025-01-01&end=2025-12-31"));
        return Ask.get(model.reference("Patient") + "/$everything" + query).in("L24");
    }

    private Ask batch() {
        StringBuilder entries = new StringBuilder();
        for (String item : Model.some(3, model::reference)) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"request\":{\"method\":\"GET\",\"url\":\"")
                    .append(item)
                    .append("\"}}");
        }
        String type = words.chance(2) ? "batch" : "transaction";
        return Ask.post("", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}")
                .in("L39");
    }

    /** About a patient there is for the requester, where there is one. */
    Ask previewOfOne() {
        return preview(model.visible().stream()
                .map(StoredRecord::reference)
                .filter(each -> each.startsWith("Patient/"))
                .findFirst()
                .orElseGet(model::foreignPatient));
    }

    Ask previewOfAny() {
        return words.chance(2) ? preview(model.foreignPatient()) : previewOfOne();
    }

    /** What a consent would change is reckoned over what is there for who asks. */
    private Ask preview(String patient) {
        boolean permit = words.chance(2);
        String label =
                words.one(List.of("Confidentiality','code':'R", "Confidentiality','code':'N", "ActCode','code':'GDIS"));
        String consent = Consents.body(
                patient,
                model.reference("Organization"),
                words.one(List.of("care", "imaging", "genetics")),
                words.word(),
                permit,
                "{'type':'" + (permit ? "permit" : "deny") + "','purpose':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'TREAT'}],'securityLabel':"
                        + "[{'system':'http://terminology.hl7.org/CodeSystem/v3-" + label + "'}]}");
        return Ask.post("Consent/$preview", consent.replace('\'', '"')).in("L29");
    }

    /** Too little is said for a record to be opened, which would be seen by what is there afterwards. */
    private Ask emergency() {
        String said = words.one(List.of(
                "",
                "{\"name\":\"reason\",\"valueCode\":\"other\"},{\"name\":\"explanation\",\"valueString\":\"quick\"}",
                "{\"name\":\"reason\",\"valueCode\":\"curiosity\"},"
                        + "{\"name\":\"explanation\",\"valueString\":\"I would like to see this one\"}"));
        return Ask.post(
                        model.reference("Patient") + words.one(List.of("/$break-glass", "/$open-case")),
                        "{\"resourceType\":\"Parameters\",\"parameter\":[" + said + "]}")
                .in("L29");
    }

    private static Ask close(String task) {
        return Ask.post(task + "/$close-case", "{\"resourceType\":\"Parameters\"}")
                .in("L29");
    }

    private static Ask review(String task) {
        return Ask.post(
                        task + "/$review",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"outcome\",\"valueCode\":\"justified\"}]}")
                .in("L29");
    }

    /** Too little, somebody who never was, or somebody who is there: whom the desk finds is there for it afterwards. */
    private Ask match() {
        List<JsonNode> there = model.visible().stream()
                .filter(each -> each.type().equals("Patient"))
                .map(model::shown)
                .toList();
        List<String> sought = new ArrayList<>(List.of(
                "{\"resourceType\":\"Patient\",\"birthDate\":\"" + words.date() + "\"}",
                "{\"resourceType\":\"Patient\",\"birthDate\":\"" + words.date()
                        + "\",\"name\":[{\"family\":\"Never\",\"given\":[\"Been\"]}]}"));
        there.forEach(each -> sought.add(each.toString()));
        return Ask.post(
                        "Patient/$match",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":"
                                + words.one(sought) + "}]}")
                .in("L59");
    }

    private String zoneOfSomebody() {
        return "patient=" + model.reference("Patient") + "&zone=" + words.one(PanelBodies.ZONES);
    }

    /** Shown in some size, copied, or by an address of its own; an address that was never made leads nowhere either. */
    private Ask picture() {
        String size = words.one(List.of("", "?width=" + (16 + words.below(100)), "?format=image/jpeg"));
        return switch (words.below(7)) {
            case 5, 6 ->
                Ask.get(model.reference("Media") + "/$de-identified?project=twin")
                        .in("L46");
            case 0 -> Ask.get("?_link=" + "A".repeat(40)).in("L46");
            case 1, 2 -> Ask.get(model.reference("Media") + "/$link" + size).in("L46");
            default -> Ask.get(model.reference("Media") + "/$rendered" + size).in("L29");
        };
    }

    /** A file in its own type, or of any, whole, in part, or its headers alone. */
    private Ask file() {
        Ask whole = new Ask("L46", words.one(List.of("GET", "HEAD")), model.reference("Binary"), Map.of(), null)
                .with("Accept", words.one(List.of("image/png", "*/*", "application/pdf")));
        String range = words.one(List.of("", "bytes=0-9", "bytes=-5", "bytes=99999999-", "bytes=0-1,4-5"));
        return range.isEmpty() ? whole : whole.with("Range", range);
    }

    /** What is not offered answers the same too. */
    private Ask odd(String item) {
        String type = item.substring(0, item.indexOf('/'));
        return switch (words.below(21)) {
            case 8 -> emergency();
            case 18 -> picture();
            case 19 -> file();
            case 20 -> SentSession.of(model.reference("Patient"));
            case 15 -> match();
            case 16 ->
                Ask.get("Observation/$trichometry-trend?metric=hair-density&" + zoneOfSomebody())
                        .in("L29");
            case 17 ->
                words.below(2) == 0
                        ? Ask.get("Media/$before-after?" + zoneOfSomebody()).in("L29")
                        : Ask.get(
                                        "Observation/$test-retest?metric=hair-density&method=trichoscopy-clipped-immediate&device="
                                                + model.reference("Device"))
                                .in("L29");
            case 13 ->
                Ask.get(model.foreignPatient() + "/$accounting-of-disclosures").in("L44");
            case 14 -> Ask.get("Task/$privacy-desk?since=2999-01-01T00:00:00Z").in("L44");
            case 9 ->
                Ask.get(model.reference("Patient") + "/" + words.one(List.of("$emergencies", "$key-renewal")))
                        .in("L44");
            case 10 -> words.below(2) == 0 ? review(model.reference("Task")) : close(model.reference("Task"));
            case 11 -> Ask.get(model.foreignPatient() + "/$privacy-summary").in("L44");
            case 12 ->
                Ask.get(model.reference("Patient") + "/$explain-access?client=adz-analytics&resource="
                                + words.one(List.of("clinical", "genetic", item)))
                        .in("L29");
            case 0 -> Ask.get(item + "/$meta").in("L29");
            case 1 -> Ask.get(item + "/$everything").in("L24");
            case 2 -> Ask.get(type + "/_history").in("L04");
            case 3 -> Ask.get("_history").in("L04");
            case 4 -> Ask.get(item + "/$diff").in("L29");
            case 5 -> Ask.get("metadata").in("L50");
            case 6 -> new Ask("L01", "HEAD", item, Map.of(), null);
            default -> Ask.get("?_page=none").in("L09");
        };
    }
}

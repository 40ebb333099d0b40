package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import health.strand.receipts.KeyFile;
import health.strand.vault.KeyManagement;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The world changes, and each of the five answers follows; whoever is not meant to have them learns nothing. */
class PrivacySummaryIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Logger log = LoggerFactory.getLogger(PrivacySummaryIT.class);
    private static final String NOBODY = UUID.randomUUID().toString();

    private final String loader = STRAND.token("loader");
    private final String ana = STRAND.token("ana");

    private static String address(String patient) {
        return patient + "/$privacy-summary";
    }

    private static String ana() {
        return address("Patient/" + STRAND.id("ana"));
    }

    private static CaseWorld world() {
        return new CaseWorld(STRAND, AccessCase.world("summary", "nothing decided", List.of()));
    }

    /** The parts of every parameter of that name, of each what it says: a code, a text, a day, a reference. */
    private static List<Map<String, List<String>>> facts(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Map<String, List<String>>> found = new ArrayList<>();
        for (JsonNode parameter : Answers.json(answer).path("parameter")) {
            if (name.equals(parameter.path("name").asText())) {
                Map<String, List<String>> fact = new HashMap<>();
                parameter
                        .path("part")
                        .forEach(part -> fact.computeIfAbsent(part.path("name").asText(), any -> new ArrayList<>())
                                .add(value(part)));
                found.add(fact);
            }
        }
        return found;
    }

    private static String value(JsonNode part) {
        JsonNode value = StreamSupport.stream(java.util.Spliterators.spliteratorUnknownSize(part.fields(), 0), false)
                .filter(field -> field.getKey().startsWith("value"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return value.isObject() ? value.path("reference").asText() : value.asText();
    }

    private static Map<String, List<String>> of(HttpResponse<String> answer, String name, String dataClass) {
        return facts(answer, name).stream()
                .filter(fact -> fact.getOrDefault("class", List.of()).contains(dataClass))
                .findFirst()
                .orElseThrow();
    }

    /** Who can see a class, like {@code Practitioner/x}. */
    private static Set<String> seeing(HttpResponse<String> answer, String dataClass) {
        Set<String> seeing = new TreeSet<>();
        facts(answer, "canSee").stream()
                .filter(fact -> fact.getOrDefault("class", List.of()).contains(dataClass))
                .forEach(fact -> seeing.addAll(fact.getOrDefault("who", List.of())));
        return seeing;
    }

    private static String one(Map<String, List<String>> fact, String part) {
        return fact.getOrDefault(part, List.of()).get(0);
    }

    private static String practitioner(String persona) {
        return "Practitioner/" + STRAND.id(persona);
    }

    private String file(CaseWorld world, Map<String, Object> decision, int index) {
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(decision, index));
        HttpResponse<String> stored = STRAND.post(loader, "Consent", consent);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        return "Consent/" + Answers.json(stored).path("id").asText();
    }

    private void revoke(String consent) {
        assertThat(STRAND.post(loader, consent + "/$revoke", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysHowTheRecordIsProtectedAndWhatItCannotKnow() {
        Map<String, List<String>> protection =
                facts(STRAND.get(ana, ana()), "protection").get(0);

        assertThat(one(protection, "database")).startsWith("PostgreSQL ");
        assertThat(protection.get("guardedTables")).isEqualTo(protection.get("tables"));
        assertThat(protection)
                .containsEntry("databaseConnectionEncrypted", List.of("false"))
                .containsEntry("diskEncryptionKnown", List.of("not-known"))
                .containsEntry("placeKnown", List.of("not-stated"))
                .containsEntry("backupKnown", List.of("not-known"))
                .containsEntry("recordCipher", List.of("AES-256-GCM"))
                .containsEntry(
                        "recordMasterKey",
                        List.of(STRAND.bean(KeyManagement.class).current()))
                .containsEntry("notEncrypted", List.of("0"))
                .containsEntry("pictures", List.of("encrypted"))
                .containsKeys("signingKey", "signingKeySince", "checksums")
                .doesNotContainKeys("diskEncryption", "place", "backup");
        assertThat(STRAND.get(loader, ".well-known/receipt-keys").body()).contains(one(protection, "signingKey"));
    }

    /** S85: a recipient, and the consent it rests on. */
    @Test
    void followsAConsentForAPartner() {
        CaseWorld world = world();
        String patient = STRAND.tokenOfPatient(world.item("patient"));
        String bo = practitioner("bo");
        HttpResponse<String> before = STRAND.get(patient, address(world.item("patient")));
        assertThat(seeing(before, "clinical")).contains(practitioner("sora"), practitioner("tom"));
        assertThat(seeing(before, "clinical")).doesNotContain(bo, practitioner("ito"), practitioner("mia"));
        assertThat(facts(before, "sharedWith")).isEmpty();
        assertThat(facts(before, "canSee"))
                .filteredOn(fact -> List.of(practitioner("sora")).equals(fact.get("who")))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact)
                        .containsEntry("relation", List.of("treating"))
                        .containsEntry("because", List.of("role-reads-class"))
                        .hasEntrySatisfying(
                                "until",
                                until -> assertThat(until.get(0))
                                        .startsWith(LocalDate.now()
                                                .plusDays(1001)
                                                .toString()
                                                .substring(0, 7))));

        String consent =
                file(world, Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "otherPractice")), 0);
        HttpResponse<String> granted = STRAND.get(patient, address(world.item("patient")));
        assertThat(seeing(granted, "clinical")).contains(bo);
        assertThat(facts(granted, "sharedWith"))
                .filteredOn(fact -> List.of(bo).equals(fact.get("who")))
                .singleElement()
                .satisfies(fact -> assertThat(fact)
                        .containsEntry("consent", List.of(consent))
                        .containsEntry("legalRole", List.of("recipient"))
                        .containsEntry("times", List.of("0"))
                        .containsKey("organization")
                        .doesNotContainKey("last"));

        assertThat(STRAND.get(STRAND.token("bo"), world.item("density")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> read = STRAND.get(patient, address(world.item("patient")));
        assertThat(facts(read, "sharedWith"))
                .filteredOn(fact -> List.of(bo).equals(fact.get("who")))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact).containsEntry("times", List.of("1")).containsKeys("first", "last"));

        revoke(consent);
        HttpResponse<String> withdrawn = STRAND.get(patient, address(world.item("patient")));
        assertThat(seeing(withdrawn, "clinical")).doesNotContain(bo);
        assertThat(facts(withdrawn, "sharedWith"))
                .filteredOn(fact -> List.of(bo).equals(fact.get("who")))
                .singleElement()
                .satisfies(fact -> assertThat(fact).doesNotContainKeys("class", "consent"));
    }

    /** S85: what can be seen, and whether it can be erased. */
    @Test
    void followsAConsentToUseGeneticData() {
        CaseWorld world = world();
        String patient = STRAND.tokenOfPatient(world.item("patient"));
        String summary = address(world.item("patient"));
        String sora = practitioner("sora");
        HttpResponse<String> before = STRAND.get(patient, summary);
        assertThat(seeing(before, "genetic")).doesNotContain(sora);
        assertThat(of(before, "stored", "genetic")).containsEntry("items", List.of("2"));

        String consent = file(world, Map.of("permit", Map.of("purpose", "TREAT", "label", "GDIS")), 2);
        HttpResponse<String> given = STRAND.get(patient, summary);
        assertThat(seeing(given, "genetic")).contains(sora).doesNotContain(practitioner("rex"));
        assertThat(STRAND.get(STRAND.token("sora"), world.item("marker")).statusCode())
                .isEqualTo(200);
        assertThat(of(given, "erasable", "genetic")).containsEntry("state", List.of("after-withdrawal"));

        revoke(consent);
        HttpResponse<String> ended = STRAND.get(patient, summary);
        assertThat(seeing(ended, "genetic")).doesNotContain(sora);
        assertThat(of(ended, "kept", "genetic"))
                .containsEntry("period", List.of("P30D"))
                .containsEntry("ends", List.of(LocalDate.now().plusDays(30).toString()));
        assertThat(of(ended, "erasable", "genetic")).containsEntry("state", List.of("from-a-day"));
    }

    /** S85: a role. */
    @Test
    void followsARoleThatEnds() {
        CaseWorld world = world();
        String patient = STRAND.tokenOfPatient(world.item("patient"));
        String summary = address(world.item("patient"));
        String gil = practitioner("gil");
        assertThat(seeing(STRAND.get(patient, summary), "identity")).contains(gil);
        PractitionerRole role =
                (PractitionerRole) Answers.bundle(STRAND.get(loader, "PractitionerRole?practitioner=" + gil))
                        .getEntryFirstRep()
                        .getResource();
        try {
            store(role.setActive(false));
            assertThat(seeing(STRAND.get(patient, summary), "identity")).doesNotContain(gil);
        } finally {
            store(role.setActive(true));
        }
    }

    private void store(PractitionerRole role) {
        HttpResponse<String> answer = STRAND.put(
                loader,
                "PractitionerRole/" + role.getIdElement().getIdPart(),
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(role));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** S85: an access. Whoever it names can see what it says, and whoever it does not name cannot. */
    @Test
    void agreesWithWhatTheServerAnswers() {
        CaseWorld world = world();
        String patient = STRAND.tokenOfPatient(world.item("patient"));
        Map<String, String> items = Map.of(
                "identity",
                "patient",
                "administration",
                "encounter",
                "clinical",
                "density",
                "scalp-image",
                "study",
                "genetic",
                "marker");
        HttpResponse<String> before = STRAND.get(patient, address(world.item("patient")));
        for (String persona : List.of("sora", "ito", "tom", "nia", "rex", "gil", "mia", "bo", "lab", "adz", "dara")) {
            items.forEach((dataClass, item) -> {
                boolean seen =
                        STRAND.get(STRAND.token(persona), world.item(item)).statusCode() == 200;
                assertThat(seeing(before, dataClass).contains(practitioner(persona)))
                        .as(persona + " " + dataClass)
                        .isEqualTo(seen);
            });
        }
        HttpResponse<String> after = STRAND.get(patient, address(world.item("patient")));
        assertThat(facts(before, "didSee"))
                .noneMatch(fact -> List.of(practitioner("sora")).equals(fact.get("who")));
        assertThat(facts(after, "didSee"))
                .filteredOn(fact -> List.of(practitioner("sora")).equals(fact.get("who")))
                .singleElement()
                .satisfies(fact -> assertThat(fact)
                        .containsEntry("times", List.of("4"))
                        .containsEntry("purpose", List.of("TREAT")));
        assertThat(facts(after, "didSee"))
                .noneMatch(fact -> List.of(practitioner("mia")).equals(fact.get("who")));
    }

    /** S85: a rule of retention, a key, a place, a backup, a statement. */
    @Test
    void followsWhatTheClinicConfigures() throws Exception {
        CaseWorld world = world();
        Path marker = Files.createTempFile("backup", "");
        Path keys = keys();
        String fresh = KeyFile.renew(keys);
        Map<String, String> settings = beside();
        String port = settings.get("SERVER_PORT");
        settings.put("STRAND_RECEIPTS_KEY_FILE", keys.toString());
        settings.put("STRAND_CLINIC_JURISDICTION", "DE");
        settings.put("STRAND_PRIVACY_CONTACT", "dpo@clinic.example");
        settings.put("STRAND_PRIVACY_DISK_ENCRYPTION", "LUKS, AES-256");
        settings.put("STRAND_PRIVACY_BACKUP_MARKER", marker.toString());
        settings.put("STRAND_BRAND_PLACE_CITY", "Leipzig");
        settings.put("STRAND_BRAND_PLACE_COUNTRY", "DE");
        String patient = STRAND.tokenOfPatient(world.item("patient"));
        HttpResponse<String> here = STRAND.get(patient, address(world.item("patient")));
        try (ServeProcess other = ServeProcess.start(settings)) {
            other.awaitServing();
            HttpResponse<String> there =
                    STRAND.get(patient, "http://127.0.0.1:" + port + "/fhir/" + address(world.item("patient")));

            assertThat(of(here, "kept", "clinical")).containsEntry("period", List.of("not-known"));
            assertThat(of(here, "erasable", "clinical")).containsEntry("state", List.of("unknown"));
            assertThat(of(there, "kept", "clinical"))
                    .containsEntry("period", List.of("P10Y"))
                    .containsEntry("event", List.of("2026-01-10"))
                    .containsEntry("ends", List.of("2036-01-10"))
                    .containsEntry("checked", List.of("true"));
            assertThat(of(there, "erasable", "clinical"))
                    .containsEntry("state", List.of("from-a-day"))
                    .containsEntry("from", List.of("2036-01-10"));
            assertThat(facts(there, "protection").get(0))
                    .containsEntry("signingKey", List.of(fresh))
                    .containsEntry("place", List.of("Leipzig, DE"))
                    .containsEntry("diskEncryption", List.of("LUKS, AES-256"))
                    .containsEntry("backupKnown", List.of("seen"));
            assertThat(facts(there, "ask").get(0)).containsEntry("contact", List.of("dpo@clinic.example"));
            signsAnew(here, there, "http://127.0.0.1:" + port + "/fhir/");
        } finally {
            Files.delete(marker);
            Files.delete(keys);
        }
    }

    /** The settings of another server of the same clinic. */
    private static Map<String, String> beside() throws IOException {
        Map<String, String> settings = new HashMap<>();
        STRAND.settings()
                .forEach((key, value) -> settings.put(
                        key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value.toString()));
        settings.put("SERVER_PORT", String.valueOf(OuterDatabase.free()));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(OuterDatabase.free()));
        return settings;
    }

    /** The clinic's keys, to be changed. */
    private static Path keys() throws IOException {
        Path copy = Files.createTempFile("receipt-keys", "");
        Path own = Path.of(String.valueOf(STRAND.settings().get(ReceiptProperties.KEY_FILE)));
        return Files.copy(own, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Another key, and later; what the one before it signed goes on being verified. */
    private void signsAnew(HttpResponse<String> here, HttpResponse<String> there, String base) {
        Map<String, List<String>> before = facts(here, "protection").get(0);
        Map<String, List<String>> after = facts(there, "protection").get(0);

        assertThat(one(after, "signingKey")).isNotEqualTo(one(before, "signingKey"));
        assertThat(Instant.parse(one(after, "signingKeySince"))).isAfter(Instant.parse(one(before, "signingKeySince")));
        assertThat(STRAND.get(loader, base + ".well-known/receipt-keys").body())
                .contains(one(after, "signingKey"), one(before, "signingKey"));
        assertThat(STRAND.get(STRAND.token("dara"), base + "AuditEvent/$verify").body())
                .contains("{\"name\":\"sound\",\"valueBoolean\":true}");
    }

    @Test
    void tellsStaffAndSystemsNothing() {
        String mine = ana();
        String nobodys = address("Patient/" + NOBODY);
        for (String persona : List.of("sora", "rex", "mia", "bo", "max", "ops", "loader")) {
            String token = STRAND.token(persona);
            HttpResponse<String> refused = STRAND.get(token, mine);
            assertThat(refused.statusCode()).as(persona).isEqualTo(403);
            assertThat(Answers.normal(refused, STRAND.id("ana")))
                    .as(persona)
                    .isEqualTo(Answers.normal(STRAND.get(token, nobodys), NOBODY));
        }
    }

    @Test
    void tellsOtherPatientsThatThereIsNone() {
        String ben = STRAND.token("ben");

        HttpResponse<String> hidden = STRAND.get(ben, ana());

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(Answers.normal(hidden, STRAND.id("ana")))
                .isEqualTo(Answers.normal(STRAND.get(ben, address("Patient/" + NOBODY)), NOBODY));
    }

    @Test
    void isForTheWholeRecordAndTakesItsScopes() {
        String narrow = STRAND.token("ana", "openid fhirUser launch/patient patient/AuditEvent.rs patient/Consent.rs");

        assertThat(STRAND.get(narrow, ana()).statusCode()).isEqualTo(403);
        assertThat(STRAND.get(narrow, ana()).body()).contains("patient/*.rs");
    }

    @Test
    void isForWhoActsForThePatient() {
        String kim = address("Patient/" + STRAND.id("kim"));

        HttpResponse<String> answer = STRAND.get(STRAND.token("pat"), kim);

        assertThat(seeing(answer, "clinical")).contains("RelatedPerson/" + STRAND.id("pat"));
        assertThat(STRAND.get(STRAND.token("pat"), ana()).statusCode()).isEqualTo(404);
    }

    /** What the privacy officer does not read, is not counted for them either. */
    @Test
    void isForThePrivacyOfficerWithoutWhatThatOfficeDoesNotRead() {
        String dara = STRAND.token("dara");

        HttpResponse<String> answer = STRAND.get(dara, ana());

        assertThat(of(answer, "stored", "clinical")).doesNotContainKey("items");
        assertThat(of(answer, "stored", "privacy")).containsKey("items");
        assertThat(of(answer, "erasable", "genetic")).containsEntry("state", List.of("not-shown"));
        assertThat(seeing(answer, "clinical")).contains(practitioner("sora"));
        assertThat(STRAND.get(dara, address("Patient/" + NOBODY)).statusCode()).isEqualTo(404);
    }

    @Test
    void isRecordedLikeEverythingElse() {
        HttpResponse<String> answer = STRAND.get(ana, ana());

        assertThat(new Trail(STRAND).lines(answer))
                .containsExactly("operation $privacy-summary 0 " + STRAND.id("ana") + " Patient/" + STRAND.id("ana"));
    }

    @Test
    void isAPageForPeopleInTheirLanguage() {
        HttpResponse<String> german = page("text/html,*/*;q=0.8", "de-AT,de;q=0.9,en;q=0.5");
        HttpResponse<String> english = STRAND.get(ana, ana() + "?_format=html");

        assertThat(german.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(german.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(german.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(german.body())
                .contains("<html lang=\"de\">", "Wer hat Zugriff?", "Sora Lind", "<svg")
                .doesNotContain("<script");
        assertThat(english.body()).contains("<html lang=\"en\">", "Who has access?");
        assertThat(page("application/fhir+json", "de").body()).startsWith("{");
        assertThat(new Trail(STRAND).lines(german)).hasSize(1);
    }

    private HttpResponse<String> page(String accept, String language) {
        HttpRequest.Builder request =
                STRAND.request(ana, ana()).header("Accept", accept).header("Accept-Language", language);
        return STRAND.send(request.GET());
    }

    @Test
    void takesLittleTime() {
        STRAND.get(ana, ana());
        long begun = System.nanoTime();
        int calls = 10;
        for (int i = 0; i < calls; i++) {
            assertThat(STRAND.get(ana, ana()).statusCode()).isEqualTo(200);
        }
        Duration each = Duration.ofNanos((System.nanoTime() - begun) / calls);
        log.info("one summary of the demo record takes {} ms", each.toMillis());
        assertThat(each).isLessThan(Duration.ofSeconds(2));
    }
}

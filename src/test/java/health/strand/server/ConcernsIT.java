package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.enforcement.ConsentDoor;
import health.strand.profiles.TaskKinds;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** What the server finds and cannot settle it puts before the privacy officer, once, and before nobody else of the staff. */
class ConcernsIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String dara = STRAND.token("dara");
    private final DailyWatch watch = STRAND.bean(DailyWatch.class);
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("concern", "a patient", List.of()));
    private final String patient = world.item("patient");
    private final String owner = STRAND.tokenOfPatient(patient);

    /** S40, S70. */
    @Test
    void putsTwoConsentsOnOneTopicBeforeTheOfficerOnce() {
        String denial = stored(consent(guardian(), false));
        assertThat(tasks(TaskKinds.CONSENT_CONFLICT)).isEmpty();

        String permit = stored(consent(guardian(), true));

        Task task = (Task) only(tasks(TaskKinds.CONSENT_CONFLICT));
        assertThat(List.of(
                        task.getFocus().getReference(),
                        ((org.hl7.fhir.r4.model.Reference)
                                        task.getInputFirstRep().getValue())
                                .getReference()))
                .containsExactlyInAnyOrder(denial, permit);
        assertThat(task.getFor().getReference()).isEqualTo(patient);
        assertShownToOfficerAndPatientOnly("Task/" + task.getIdElement().getIdPart());

        watch.look();
        change(permit, body -> body.put("language", "en"));
        assertThat(tasks(TaskKinds.CONSENT_CONFLICT)).hasSize(1);
    }

    /** S40. */
    @Test
    void findsTwoThatWereStoredPastTheDoorAndLetsTheDenialWin() {
        String bo = STRAND.token("bo");
        String permit = OwnConsent.letting(STRAND, "bo", this::ofThePatient);
        String denial = OwnConsent.letting(STRAND, "bo", consent -> {
            ofThePatient(consent);
            consent.getPolicyRule().getCodingFirstRep().setCode("OPTOUT");
            consent.getProvision().setType(ConsentProvisionType.DENY);
        });
        pastTheDoor(() -> stored(denial));
        pastTheDoor(() -> stored(permit));

        assertThat(STRAND.get(bo, world.item("density")).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(bo, world.item("study")).statusCode()).isEqualTo(404);
        atOnce(4, watch::look);
        assertThat(tasks(TaskKinds.CONSENT_CONFLICT)).hasSize(1);
    }

    /** S45. */
    @Test
    void raisesTheAlarmOverAConsentNobodyCanRead() {
        String sora = STRAND.token("sora");
        assertThat(STRAND.get(sora, world.item("density")).statusCode()).isEqualTo(200);

        pastTheDoor(() -> stored(OwnConsent.letting(STRAND, "bo", consent -> {
            ofThePatient(consent);
            consent.getPolicyRule().getCodingFirstRep().setCode("OPTOUT");
            consent.getProvision()
                    .setType(ConsentProvisionType.DENY)
                    .addModifierExtension(new Extension("urn:unless", new StringType("it rains")));
        })));

        assertThat(STRAND.get(sora, world.item("density")).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(owner, world.item("density")).statusCode()).isEqualTo(200);
        atOnce(4, watch::look);
        Task alarm = (Task) only(tasks(TaskKinds.CONSENT_UNREADABLE));
        assertThat(alarm.getFocus().getReference()).startsWith("Consent/");
        assertShownToOfficerAndPatientOnly("Task/" + alarm.getIdElement().getIdPart());

        watch.look();
        assertThat(tasks(TaskKinds.CONSENT_UNREADABLE)).hasSize(1);
    }

    /** S69. */
    @Test
    void tellsAMonthBeforeAPatientComesOfAgeAndWhenItHasCome() {
        stored(consent(guardian(), true));
        LocalDate birthday = LocalDate.now().minusYears(18);

        born(birthday.plusDays(31));
        watch.look();
        assertThat(tasks(TaskKinds.MAJORITY_AHEAD)).isEmpty();

        born(birthday.plusDays(30));
        atOnce(4, watch::look);
        only(tasks(TaskKinds.MAJORITY_AHEAD));
        Communication notice = (Communication) only(notices());
        assertThat(notice.getPayloadFirstRep().getContentStringType().getValue())
                .contains("will soon come of age")
                .doesNotContainPattern("\\d");
        assertShownToOfficerAndPatientOnly(
                "Communication/" + notice.getIdElement().getIdPart());

        born(birthday);
        watch.look();
        watch.look();
        only(tasks(TaskKinds.MAJORITY));
        assertThat(notices()).hasSize(2);
    }

    /** S69. */
    @Test
    void endsWhatAGuardianDecidedAboutMarketingAndLeavesWhatTreatmentHangsOn() {
        String guardian = guardian();
        String marketing = stored(threeDaysAgo(consent(guardian, true)));
        String treatment = stored(threeDaysAgo(OwnConsent.letting(STRAND, "bo", consent -> {
            ofThePatient(consent);
            consent.getPerformerFirstRep().setReference(guardian);
        })));

        born(LocalDate.now().minusYears(18).plusDays(2));
        watch.look();
        assertThat(status(marketing)).isEqualTo("active");

        born(LocalDate.now().minusYears(18));
        atOnce(4, watch::look);

        assertThat(status(marketing)).isEqualTo("inactive");
        assertThat(status(treatment)).isEqualTo("active");
        only(tasks(TaskKinds.MAJORITY));
        List<String> receipts = Receipts.in(STRAND.get(owner, marketing + "/$receipt"));
        assertThat(receipts).hasSize(2);
        assertThat(Receipts.of(STRAND).claims(receipts.get(1)))
                .containsEntry("event", "expired")
                .containsEntry("status", "inactive")
                .containsEntry("rules", List.of())
                .doesNotContainKey("recorded_by");
    }

    /** What is decided on the birthday itself is decided for somebody of age. */
    private static String threeDaysAgo(String consent) {
        return consent.replaceFirst(
                "\"dateTime\":\"[^\"]*\"", "\"dateTime\":\"" + LocalDate.now().minusDays(3) + "\"");
    }

    private String status(String consent) {
        return Answers.json(STRAND.get(owner, consent)).path("status").asText();
    }

    /** S69: nobody decides for them, so that nothing ends. */
    @Test
    void tellsNothingOfABirthdayThatEndsNothing() {
        born(LocalDate.now().minusYears(18).plusDays(10));

        watch.look();

        assertThat(tasks(TaskKinds.MAJORITY_AHEAD)).isEmpty();
        assertThat(notices()).isEmpty();
    }

    private void assertShownToOfficerAndPatientOnly(String path) {
        assertThat(STRAND.get(dara, path).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(owner, path).statusCode()).isEqualTo(200);
        for (String who : List.of("sora", "tom", "ito", "rex", "mia", "bo", "ana")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token(who), path);
            assertThat(answer.statusCode()).as(who + answer.body()).isIn(403, 404);
        }
    }

    private void ofThePatient(Consent consent) {
        consent.getPatient().setReference(patient);
        consent.getPerformerFirstRep().setReference(patient);
    }

    /** A consent about marketing, which no treatment hangs on. */
    private String consent(String performer, boolean permits) {
        return OwnConsent.letting(STRAND, "bo", consent -> {
            ofThePatient(consent);
            consent.getPerformerFirstRep().setReference(performer);
            consent.getCategory().get(1).getCodingFirstRep().setCode("marketing");
            consent.getPolicyFirstRep().setUri("https://strand.health/policy/marketing-1");
            consent.getPolicyRule().getCodingFirstRep().setCode(permits ? "OPTIN" : "OPTOUT");
            consent.setProvision(new Consent.ProvisionComponent()
                    .setType(permits ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY)
                    .addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HMARKT", null)));
        });
    }

    private String guardian() {
        HttpResponse<String> answer = STRAND.post(loader, "RelatedPerson", """
                        {"resourceType":"RelatedPerson","active":true,"patient":{"reference":"%s"},"relationship":[{"coding":
                         [{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"GUARD"}]}]}""".formatted(patient));
        return "RelatedPerson/" + Answers.json(answer).at("/id").asText();
    }

    private void born(LocalDate day) {
        change(patient, body -> body.put("birthDate", day.toString()));
    }

    private void change(String path, Consumer<ObjectNode> change) {
        ObjectNode body = (ObjectNode) Answers.json(STRAND.get(loader, path));
        change.accept(body);
        HttpResponse<String> answer = STRAND.put(loader, path, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String stored(String consent) {
        HttpResponse<String> answer = STRAND.post(loader, "Consent", consent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "Consent/" + Answers.json(answer).at("/id").asText();
    }

    /** As an import past this server, or an older version of it, would have stored it. */
    private static void pastTheDoor(Runnable store) {
        IInterceptorService interceptors = STRAND.bean(IInterceptorService.class);
        Object door = STRAND.bean(ConsentDoor.class);
        interceptors.unregisterInterceptor(door);
        try {
            store.run();
        } finally {
            interceptors.registerInterceptor(door);
        }
    }

    private static void atOnce(int times, Runnable look) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        for (int i = 0; i < times; i++) {
            threads.execute(look);
        }
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<BundleEntryComponent> tasks(String kind) {
        return Answers.bundle(STRAND.get(owner, "Task?code=" + kind)).getEntry();
    }

    private List<BundleEntryComponent> notices() {
        return Answers.bundle(STRAND.get(owner, "Communication")).getEntry();
    }

    private static org.hl7.fhir.r4.model.Resource only(List<BundleEntryComponent> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0).getResource();
    }
}

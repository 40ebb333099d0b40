package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import health.strand.demo.LoginFailed;
import health.strand.demo.PersonaLogin;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The real parts are killed; the server says so and comes back by itself when they do. */
class PartsFailIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void saysThatTheRecordIsAwayAndComesBackWithIt() throws Exception {
        String sora = STRAND.token("sora");
        String loader = STRAND.token("loader");
        STRAND.parts().postgres().kill();
        try {
            long begun = System.nanoTime();
            HttpResponse<String> answer = STRAND.get(sora, "Observation?_count=1");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("Exception");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        } finally {
            STRAND.parts().postgres().start();
        }
        assertThat(eventually(sora, "Observation?_count=1")).isEqualTo(200);
        assertThat(eventually(loader, "Patient?_count=1")).isEqualTo(200);
    }

    @Test
    void keepsNoHalfOfATransactionThatWasCutOff() throws Exception {
        String loader = STRAND.token("loader");
        String marker = UUID.randomUUID().toString();
        String bundle = transaction(marker, 400);
        CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(
                () -> STRAND.post(loader, "", bundle).statusCode());
        Thread.sleep(700);
        STRAND.parts().postgres().kill();
        int status;
        try {
            status = sent.get();
        } finally {
            STRAND.parts().postgres().start();
        }
        assertThat(eventually(loader, "Patient?_count=1")).isEqualTo(200);
        int stored = Answers.bundle(STRAND.get(loader, "Patient?_total=accurate&_count=1&family=" + marker))
                .getTotal();

        assertThat(stored).as("status " + status).isEqualTo(status == 200 ? 400 : 0);
    }

    @Test
    void givesNoIdTwiceAfterTheDatabaseForgotItGaveSome() throws Exception {
        String loader = STRAND.token("loader");
        try (EntityManager unfinished = STRAND.bean(EntityManagerFactory.class).createEntityManager()) {
            unfinished.getTransaction().begin();
            // takes its id from the database's sequence; nothing is written before a flush
            for (int i = 0; i < 1_000; i++) {
                unfinished.persist(new ResourceIndexedSearchParamToken());
            }
            STRAND.parts().postgres().kill();
        }
        STRAND.parts().postgres().start();
        assertThat(eventually(loader, "Patient?_count=1")).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> next =
                    STRAND.post(loader, "", transaction(UUID.randomUUID().toString(), 400));

            assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        }
    }

    @Test
    void servesOnWithoutKeycloakAndLetsPeopleInAgainWithIt() {
        String sora = STRAND.token("sora");
        PersonaLogin login = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base());
        STRAND.parts().keycloak().kill();
        try {
            assertThat(STRAND.get(sora, "Observation?_count=1").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> login.accessToken("ana", "openid fhirUser"))
                    .isInstanceOf(LoginFailed.class);
        } finally {
            STRAND.parts().keycloak().start();
        }
        assertThat(STRAND.get(login.accessToken("ana", "openid fhirUser launch/patient patient/*.rs"), "Patient")
                        .statusCode())
                .isEqualTo(200);
    }

    private static int eventually(String token, String path) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int status = 0;
        while (System.nanoTime() < end) {
            status = STRAND.get(token, path).statusCode();
            if (status == 200) {
                return status;
            }
            Thread.sleep(300);
        }
        return status;
    }

    private static String transaction(String marker, int patients) {
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        for (int i = 0; i < patients; i++) {
            bundle.append(i == 0 ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"")
                    .append(marker)
                    .append("\"}]},\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}");
        }
        return bundle.append("]}").toString();
    }
}

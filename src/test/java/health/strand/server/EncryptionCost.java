package health.strand.server;

import health.strand.dicom.WrittenDicom;
import health.strand.visibility.SealedBodies;
import jakarta.persistence.EntityManagerFactory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;

/**
 * Measures what encryption costs: the same server is asked the same about two patients with the same record, one of them
 * encrypted, in turn, request by request. The figures are in the guide (storage.md).
 */
final class EncryptionCost {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<EventType<?>> EVENTS = List.of(
            EventType.PRE_INSERT,
            EventType.POST_INSERT,
            EventType.PRE_UPDATE,
            EventType.POST_UPDATE,
            EventType.PRE_LOAD);
    private static final int OBSERVATIONS = 60;

    private final Map<String, List<Double>> millis = new TreeMap<>();
    private final Random random = new Random(4);
    private final String token = STRAND.token("loader");
    private final Arm sealed = new Arm(true);
    private final Arm plain = new Arm(false);

    private final class Arm {

        private final boolean seals;
        private final String patient;
        private final String first;
        private final String file;

        Arm(boolean seals) {
            this.seals = seals;
            use(seals);
            this.patient = made(post("Patient", "{'resourceType':'Patient','name':[{'family':'Cost'}]}"));
            List<String> all = new ArrayList<>();
            for (int each = 0; each < OBSERVATIONS; each++) {
                all.add(made(post("Observation", observation(each))));
            }
            this.first = all.get(0);
            byte[] picture = new byte[2_000_000];
            new Random(1).nextBytes(picture);
            this.file = made(post(
                    "Binary",
                    "{'resourceType':'Binary','contentType':'application/dicom','securityContext':{'reference':'"
                            + patient + "'},'data':'" + WrittenDicom.base64(picture) + "'}"));
        }

        private String observation(int number) {
            String components = IntStream.range(0, 8)
                    .mapToObj(each ->
                            "{'code':{'coding':[{'system':'https://strand.health/fhir/CodeSystem/x','code':'zone-"
                                    + each + "','display':'Zone " + each + " of the scalp'}]},'valueQuantity':{'value':"
                                    + (number * 7 + each) + ",'unit':'per square centimetre','system':"
                                    + "'http://unitsofmeasure.org','code':'/cm2'}}")
                    .collect(Collectors.joining(","));
            return "{'resourceType':'Observation','status':'final','code':{'text':'density'},'subject':{'reference':'"
                    + patient + "'},'effectiveDateTime':'2026-01-10','note':[{'text':'" + random.nextInt()
                    + "'}],'component':[" + components + "]}";
        }

        private void turn(int number) {
            use(seals);
            time("read of one", () -> STRAND.get(token, first));
            time("search for 50", () -> STRAND.get(token, "Observation?subject=" + patient + "&_count=50"));
            time("write of one", () -> post("Observation", observation(number)));
            time("write of twenty", () -> post("", bundle(number)));
            if (number % 4 == 0) {
                time("read of a picture of 2 MB", () -> STRAND.get(token, file));
            }
        }

        private String bundle(int number) {
            return IntStream.range(0, 20)
                    .mapToObj(each -> "{'resource':" + observation(number + each)
                            + ",'request':{'method':'POST','url':'Observation'}}")
                    .collect(Collectors.joining(",", "{'resourceType':'Bundle','type':'transaction','entry':[", "]}"));
        }

        private void time(String what, java.util.function.Supplier<HttpResponse<String>> asked) {
            long sent = System.nanoTime();
            HttpResponse<String> answer = asked.get();
            double took = (System.nanoTime() - sent) / 1e6;
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            millis.computeIfAbsent(what + (seals ? ", encrypted" : ", plain"), any -> new ArrayList<>())
                    .add(took);
        }
    }

    private HttpResponse<String> post(String type, String body) {
        return STRAND.post(token, type, body.replace('\'', '"'));
    }

    private static String made(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.body()))
                .replaceAll(".*/([A-Z][A-Za-z]+/[^/]+)/_history/.*", "$1");
    }

    /** Takes the listener away, or puts it back. */
    private static void use(boolean sealing) {
        EventListenerRegistry events = STRAND.bean(EntityManagerFactory.class)
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        EVENTS.forEach(each -> use(events.getEventListenerGroup(each), sealing));
    }

    @SuppressWarnings("unchecked")
    private static <T> void use(EventListenerGroup<T> group, boolean sealing) {
        List<T> others = StreamSupport.stream(group.listeners().spliterator(), false)
                .filter(each -> !(each instanceof SealedBodies))
                .toList();
        group.clear();
        others.forEach(group::appendListener);
        if (sealing) {
            group.appendListener((T) STRAND.bean(SealedBodies.class));
        }
    }

    private void run(int warm, int turns) {
        for (int turn = 0; turn < warm + turns; turn++) {
            if (turn == warm) {
                millis.clear();
            }
            List<Arm> order = new ArrayList<>(List.of(sealed, plain));
            Collections.shuffle(order, random);
            for (Arm arm : order) {
                arm.turn(turn);
            }
        }
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) (sorted.size() * share));
    }

    /** Prints the medians; the number of turns may be given. */
    public static void main(String[] arguments) {
        EncryptionCost cost = new EncryptionCost();
        cost.run(40, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200);
        cost.millis.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "%-45s n %4d  quartile %.2f  median %.2f  quartile %.2f ms%n",
                    what, sorted.size(), quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
        });
        System.exit(0);
    }
}

package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the guards do about a write is done once. */
class HooksIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<Pointcut> OF_A_CREATE = List.of(
            Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED,
            Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED,
            Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED,
            Pointcut.SERVER_OUTGOING_RESPONSE);

    @Test
    void areCalledOnceForOneWrite() {
        Map<Pointcut, AtomicInteger> calls = new ConcurrentHashMap<>();
        IInterceptorService interceptors = STRAND.bean(IInterceptorService.class);
        List<Object> counters = OF_A_CREATE.stream()
                .<Object>map(pointcut -> {
                    calls.put(pointcut, new AtomicInteger());
                    ca.uhn.fhir.interceptor.api.IAnonymousInterceptor counter = (at, params) ->
                            Objects.requireNonNull(calls.get(at)).incrementAndGet();
                    interceptors.registerAnonymousInterceptor(pointcut, counter);
                    return counter;
                })
                .toList();
        try {
            String written = Records.patient("Hook");
            assertThat(STRAND.post(STRAND.token("loader"), "Patient", written).statusCode())
                    .isEqualTo(201);
        } finally {
            counters.forEach(interceptors::unregisterInterceptor);
        }

        assertThat(calls)
                .allSatisfy((pointcut, count) ->
                        assertThat(count).as(pointcut.name()).hasValue(1));
    }
}

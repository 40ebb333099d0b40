package health.strand.server;

import static java.time.temporal.ChronoUnit.DAYS;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import health.strand.audit.RefusalCounts;
import health.strand.audit.RefusalCounts.RefusalCount;
import health.strand.enforcement.DecidedReach;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.OpenTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the privacy officer and by when, and who is refused what: kinds, days and numbers, behind which lie Tasks
 * and the trail.
 */
public final class PrivacyDesk {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST = 200;

    private final OpenTasks tasks;
    private final RefusalCounts refusals;
    private final DecidedTransactions reads;
    private final Clock clock;

    /** @param clock with the zone in which the clinic's days begin and end */
    PrivacyDesk(OpenTasks tasks, RefusalCounts refusals, DecidedTransactions reads, Clock clock) {
        this.tasks = tasks;
        this.refusals = refusals;
        this.reads = reads;
        this.clock = clock;
    }

    /** For whoever reads the Tasks about privacy and the trail of everybody. */
    @Operation(
            name = "$privacy-desk",
            typeName = "Task",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/privacy-desk")
    public Parameters look(
            @OperationParam(name = "since", max = 1) @Nullable InstantType since, RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        if (!reach.isOfEverybody(DataClass.AUDIT) || !reach.isOfEverybody(DataClass.PRIVACY)) {
            throw new ForbiddenOperationException("access denied: the desk is the privacy officer's");
        }
        Instant now = clock.instant();
        Instant from = since == null || since.getValue() == null
                ? now.minus(USUAL)
                : since.getValue().toInstant();
        Parameters answer = new Parameters();
        answer.addParameter("since", instant(from));
        reads.within(reach, () -> {
            List<OpenTasks.Open> open = tasks.open();
            OpenTasks.byKind(open, now).forEach(each -> answer.addParameter(part(each)));
            OpenTasks.dated(open, MOST).forEach(each -> answer.addParameter(part(each, now)));
            refusals.since(from, MOST).forEach(each -> answer.addParameter(part(each)));
            return true;
        });
        return answer;
    }

    private static ParametersParameterComponent part(OpenTasks.Kind kind) {
        ParametersParameterComponent part = new ParametersParameterComponent().setName("tasks");
        add(part, "kind", new CodeType(kind.kind()));
        add(part, "open", new IntegerType(kind.open()));
        add(part, "overdue", new IntegerType(kind.overdue()));
        add(part, "oldest", kind.oldest() == null ? null : instant(kind.oldest()));
        add(part, "due", kind.due() == null ? null : instant(kind.due()));
        return part;
    }

    private ParametersParameterComponent part(OpenTasks.Dated task, Instant now) {
        ParametersParameterComponent part = new ParametersParameterComponent().setName("clock");
        LocalDate last = LocalDate.ofInstant(task.due().minusNanos(1), clock.getZone());
        add(part, "task", new Reference("Task/" + task.id()));
        add(part, "kind", new CodeType(task.kind()));
        add(part, "day", new DateType(last.toString()));
        add(part, "overdue", new BooleanType(!now.isBefore(task.due())));
        add(part, "days-left", new IntegerType(DAYS.between(LocalDate.ofInstant(now, clock.getZone()), last)));
        return part;
    }

    private static ParametersParameterComponent part(RefusalCount count) {
        ParametersParameterComponent part = new ParametersParameterComponent().setName("refusals");
        add(part, "person", count.person() == null ? null : new Reference(count.person()));
        add(part, "client", count.client() == null ? null : new StringType(count.client()));
        add(part, "reason", new CodeType(count.reason()));
        add(part, "times", new IntegerType(count.times()));
        add(part, "patients", new IntegerType(count.patients()));
        add(part, "last", instant(count.last()));
        return part;
    }

    private static void add(ParametersParameterComponent part, String name, @Nullable Type value) {
        if (value != null) {
            part.addPart().setName(name).setValue(value);
        }
    }

    private static InstantType instant(Instant at) {
        return new InstantType(Date.from(at));
    }
}

package health.strand.rights;

import health.strand.consent.ClinicTime;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.profiles.Canonical;
import health.strand.profiles.ImpliedProfiles;
import health.strand.validation.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * By when a request under data-protection law must be answered: by the day the law of the clinic gives, counted in the
 * clinic's zone from the day it was made. It may be put off once, before that day is over, as far as the law allows and with
 * a reason (GDPR Art. 12(3), 45 CFR 164.524(b)(2)).
 */
public final class RequestClock {

    private static final String REQUEST = Canonical.STRUCTURE + "hr-rights-request";
    private static final String DUE = "Task.restriction.period.end";
    private static final String MADE = "Task.authoredOn";

    private final RequestTerms terms;
    private final Clock clock;
    private final ZoneId zone;
    private final ClinicTime time;

    /** @param clinic with the zone in which the clinic's days begin and end */
    public RequestClock(Jurisdiction law, Clock clinic) {
        this.terms = new RequestTerms(law);
        this.clock = clinic;
        this.zone = clinic.getZone();
        this.time = new ClinicTime(zone);
    }

    /** Says by when, where whoever writes the request does not: as before, or as the law has it. */
    public void set(@Nullable Task before, Task written) {
        if (!isRequest(written) || due(written).isPresent()) {
            return;
        }
        DateTimeType due = request(before)
                .flatMap(RequestClock::due)
                .map(DateTimeType::copy)
                .orElseGet(() ->
                        new DateTimeType(terms.usual(written, made(written)).toString()));
        written.getRestriction().getPeriod().setEndElement(due);
    }

    /** What is wrong with when it was made and with the day it is due; empty when nothing is. */
    public List<Problem> problems(@Nullable Task before, Task written) {
        if (!isRequest(written)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Task> stored = request(before);
        wrongStart(stored, written).ifPresent(text -> problems.add(new Problem(MADE, "hr-rights-2", text)));
        wrongEnd(stored, written).ifPresent(text -> problems.add(new Problem(DUE, "hr-rights-3", text)));
        return problems;
    }

    private Optional<String> wrongStart(Optional<Task> before, Task written) {
        if (made(written).isAfter(today())) {
            return Optional.of("a request is not made in the future");
        }
        return before.filter(stored -> !made(written).equals(made(stored)))
                .map(stored -> "the day on which a request was made stays as it is");
    }

    private Optional<String> wrongEnd(Optional<Task> before, Task written) {
        Optional<Instant> due = due(written).map(time::end);
        Optional<Instant> was = before.flatMap(RequestClock::due).map(time::end);
        Optional<Term> first = terms.first(written, made(written));
        if (due.isEmpty() || first.isEmpty() || due.equals(was)) {
            return Optional.empty();
        }
        if (was.isPresent() && !first.get().covers(was.get(), zone)) {
            return Optional.of("it was put off once, and stays as it is");
        }
        if (first.get().covers(due.get(), zone)) {
            return Optional.empty();
        }
        return was.isEmpty() ? Optional.of(atTheLatest(first.get())) : unextendable(written, due.get(), first.get());
    }

    private Optional<String> unextendable(Task written, Instant due, Term first) {
        Optional<Term> extended = terms.extended(written, made(written));
        if (extended.isEmpty()) {
            return Optional.of(
                    atTheLatest(first) + "; no law of " + terms.name() + " is known by which it may be put off");
        }
        if (first.isOverAt(clock.instant(), zone)) {
            return Optional.of("it could be put off until " + first.lastDay() + " (" + first.source() + ")");
        }
        if (!extended.get().covers(due, zone)) {
            return Optional.of(atTheLatest(extended.get()));
        }
        return written.getStatusReason().isEmpty()
                ? Optional.of("whoever puts it off says why (`statusReason`)")
                : Optional.empty();
    }

    private static String atTheLatest(Term term) {
        return "it is due on " + term.lastDay() + " at the latest (" + term.source() + ")";
    }

    private LocalDate made(Task request) {
        DateTimeType made = request.getAuthoredOnElement();
        return made.hasValue() ? LocalDate.ofInstant(time.start(made), zone) : today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Optional<DateTimeType> due(Task request) {
        return Optional.of(request.getRestriction().getPeriod().getEndElement()).filter(DateTimeType::hasValue);
    }

    private static Optional<Task> request(@Nullable Task stored) {
        return Optional.ofNullable(stored).filter(RequestClock::isRequest);
    }

    private static boolean isRequest(Task task) {
        return task.getMeta().hasProfile(REQUEST) || ImpliedProfiles.of(task).contains(REQUEST);
    }
}

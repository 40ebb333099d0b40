package health.strand.rights;

import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.Notice;
import health.strand.jurisdiction.NoticeKind;
import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;

/** How long the law of the clinic gives for a request. */
final class RequestTerms {

    /** Where no law is known that says it. */
    private static final Period USUAL = Period.ofMonths(1);

    private static final String RECTIFICATION = "rights-rectification";

    private final Jurisdiction law;

    RequestTerms(Jurisdiction law) {
        this.law = law;
    }

    /** The day that is set where whoever files the request says none. */
    LocalDate usual(Task request, LocalDate made) {
        return first(request, made).map(Term::lastDay).orElse(made.plus(USUAL));
    }

    /** Empty where no law is known that says it. */
    Optional<Term> first(Task request, LocalDate made) {
        return notice(request).map(notice -> new Term(made.plus(notice.time()), source(notice)));
    }

    /** Up to when it may be put off; empty where no law is known that allows it. */
    Optional<Term> extended(Task request, LocalDate made) {
        return notice(request)
                .flatMap(notice -> law.notice(NoticeKind.REQUEST_EXTENSION)
                        .map(extension ->
                                new Term(made.plus(notice.time().plus(extension.time())), source(extension))));
    }

    /** The name of the law. */
    String name() {
        return law.name();
    }

    private String source(Notice notice) {
        return law.name() + ", " + notice.source();
    }

    private Optional<Notice> notice(Task request) {
        boolean correction = request.getCode().hasCoding(CodeSystems.TASK_KIND, RECTIFICATION);
        return (correction ? law.notice(NoticeKind.RECTIFICATION) : Optional.<Notice>empty())
                .or(() -> law.notice(NoticeKind.REQUEST));
    }
}

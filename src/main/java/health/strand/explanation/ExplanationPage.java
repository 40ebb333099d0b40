package health.strand.explanation;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageFrame;
import health.strand.page.PageWords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;

/** Explanations as a page for people: a table where everybody was asked about, and the whole way to a decision elsewhere. */
public final class ExplanationPage {

    private final Locale locale;
    private final PageWords words;

    private ExplanationPage(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.words = new PageWords("health.strand.explanation.page", locale, zone);
    }

    /** The page in one of the {@linkplain PageFrame#LANGUAGES languages there are}. */
    public static ExplanationPage in(Locale locale, ZoneId zone) {
        return new ExplanationPage(locale, zone);
    }

    /** The whole page, from the answer of the operation. */
    public String of(Parameters answer) {
        Markup page = PageFrame.begun(locale, words.of("title")).element("p", words.of("intro"));
        List<Fact> decisions = Fact.in(answer, "decision");
        if (decisions.isEmpty()) {
            page.element("p", words.of("nobody"));
        } else {
            page.element("p", words.of("about") + ": " + matter(decisions.get(0)));
            boolean whole =
                    decisions.stream().anyMatch(each -> !each.parts("step").isEmpty());
            if (whole) {
                decisions.forEach(each -> section(page, each));
            } else {
                table(page, decisions);
            }
        }
        return PageFrame.ended(page);
    }

    private String matter(Fact decision) {
        String dataClass = words.code("class", decision.the("class"));
        return decision.one("resource")
                .map(each -> each + " (" + dataClass + ")")
                .orElse(dataClass);
    }

    private void table(Markup page, List<Fact> decisions) {
        page.head(words, "table.caption", "who", "purpose", "answer", "why");
        decisions.forEach(each ->
                page.row(words.who(each), purpose(each), answer(each), why(each.the("why"), each.the("effect"))));
        page.foot();
    }

    private void section(Markup page, Fact decision) {
        page.raw("<section>")
                .element("h2", words.who(decision) + ", " + purpose(decision))
                .element("p", answer(decision) + ": " + why(decision.the("why"), decision.the("effect")) + ".");
        if (!decision.all("gated").isEmpty()) {
            page.element("p", words.of("gated", String.join(", ", decision.all("gated"))));
        }
        steps(page, decision);
        consents(page, decision);
        others(page, decision);
        page.raw("</section>");
    }

    private String purpose(Fact decision) {
        return words.code("purpose", decision.the("purpose"));
    }

    private String answer(Fact decision) {
        String answer = words.code("answer", decision.the("effect"));
        return decision.one("until")
                .map(until -> answer + " " + words.of("until", words.moment(until)))
                .orElse(answer);
    }

    private String why(String code, String effect) {
        String one = "why." + code + "." + effect;
        return words.isKnown(one) ? words.of(one) : words.code("why", code);
    }

    private void steps(Markup page, Fact decision) {
        page.head(words, "steps.caption", "number", "rule", "said", "why");
        for (Fact step : decision.parts("step")) {
            String said = words.code("said", step.the("said"));
            String because = step.parts("because").stream()
                    .map(each -> why(each.the("why"), each.the("effect")))
                    .distinct()
                    .collect(Collectors.joining("; "));
            page.row(
                    step.the("number"),
                    words.code("rule", step.the("rule")),
                    step.yes("decides") ? said + " " + words.of("decides") : said,
                    because.isEmpty() ? "–" : because);
        }
        page.foot();
    }

    private void consents(Markup page, Fact decision) {
        List<Fact> consents = decision.parts("consent");
        if (consents.isEmpty()) {
            return;
        }
        page.element("h3", words.of("consents.title")).raw("<ul>");
        for (Fact consent : consents) {
            List<Fact> votes = consent.parts("vote");
            if (votes.isEmpty()) {
                page.element("li", words.of("consent.nothing", consent.the("reference")));
            }
            votes.forEach(vote -> page.element("li", vote(consent.the("reference"), vote)));
        }
        page.raw("</ul>");
    }

    private String vote(String consent, Fact vote) {
        String why = why(vote.the("why"), vote.the("effect")) + ", " + vote.the("provision");
        return vote.one("effect")
                .map(effect -> words.of("consent." + effect, consent, why))
                .orElseGet(() -> words.of("consent.nothing", consent));
    }

    private void others(Markup page, Fact decision) {
        page.element("h3", words.of("others.title"));
        List<Fact> others = decision.parts("counterfactual");
        if (others.isEmpty()) {
            page.element("p", words.of("others.none"));
            return;
        }
        page.raw("<ul>");
        for (Fact other : others) {
            String changes =
                    other.parts("change").stream().map(this::change).collect(Collectors.joining(words.of("and")));
            page.element("li", words.of("if." + other.the("effect"), changes));
        }
        page.raw("</ul>");
    }

    private String change(Fact change) {
        return words.of(
                "change." + change.the("kind"),
                words.code("purpose", change.the("purpose")),
                String.join(", ", new TreeSet<>(change.all("label"))),
                change.the("consent"),
                words.code("role", change.the("role")),
                change.one("at").map(words::moment).orElse(""));
    }
}

package health.strand.summary;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageWords;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;

/** Writes the answer to each of the five questions. */
final class PageAnswers {

    private final PageWords words;
    private final Parameters summary;
    private final Markup page;

    PageAnswers(PageWords words, Parameters summary, Markup page) {
        this.words = words;
        this.summary = summary;
        this.page = page;
    }

    private List<Fact> facts(String name) {
        return Fact.in(summary, name);
    }

    private void line(String key, String... values) {
        page.element("li", words.of(key, values));
    }

    void protection() {
        page.raw("<ul>");
        for (Fact fact : facts("protection")) {
            line("protection.database", fact.the("database"));
            line("protection.rows", fact.the("guardedTables"), fact.the("tables"));
            line(fact.yes("checksums") ? "protection.checksums" : "protection.no-checksums");
            line(fact.yes("https") ? "protection.https" : "protection.no-https");
            line(
                    fact.yes("databaseConnectionEncrypted") ? "protection.encrypted" : "protection.not-encrypted",
                    fact.the("databaseConnectionCipher"));
            said(fact.one("diskEncryption"), "protection.disk");
            said(fact.one("place"), "protection.place");
            said(fact.one("backup").map(words::day), "protection.backup");
            line("protection.record", fact.the("recordCipher"), fact.the("recordMasterKey"));
            if (!"0".equals(fact.the("notEncrypted"))) {
                line("protection.record-partly", fact.the("notEncrypted"));
            }
            line("protection.pictures");
            line("protection.index");
            line("protection.key", words.day(fact.the("signingKeySince")), fact.the("signingKey"));
        }
        page.raw("</ul>");
        page.head(words, "stored.caption", "class", "stored.items", "stored.changed");
        for (Fact fact : facts("stored")) {
            page.row(
                    words.code("class", fact.the("class")),
                    fact.one("items").orElse(words.of("not-shown")),
                    fact.one("changed").map(words::day).orElse("–"));
        }
        page.foot();
    }

    private void said(Optional<String> value, String key) {
        value.ifPresentOrElse(each -> line(key, each), () -> line(key + "-unknown"));
    }

    void access() {
        List<String> classes =
                facts("stored").stream().map(each -> each.the("class")).toList();
        new AccessPicture(words, classes, facts("canSee")).drawInto(page);
        page.element("h3", words.of("did.title"));
        if (facts("didSee").isEmpty()) {
            page.element("p", words.of("did.nobody"));
            return;
        }
        page.head(words, "did.caption", "who", "purpose", "did.times", "did.last");
        for (Fact fact : facts("didSee")) {
            page.row(
                    words.who(fact),
                    words.codes("purpose", fact.all("purpose")),
                    fact.the("times"),
                    words.day(fact.the("last")));
        }
        page.foot();
    }

    void sharing() {
        if (facts("sharedWith").isEmpty()) {
            page.element("p", words.of("shared.nobody"));
            return;
        }
        page.head(
                words,
                "shared.caption",
                "who",
                "shared.legal",
                "purpose",
                "shared.classes",
                "shared.by",
                "shared.last");
        for (Fact fact : facts("sharedWith")) {
            String who = fact.one("who").or(() -> fact.one("client")).orElse(words.of("somebody"));
            page.row(
                    fact.one("organization")
                            .map(each -> who + " (" + each + ")")
                            .orElse(who),
                    words.code("legal", fact.the("legalRole")),
                    words.codes("purpose", fact.all("purpose")),
                    fact.all("class").isEmpty()
                            ? words.of("shared.nothing-now")
                            : words.codes("class", fact.all("class")),
                    fact.all("consent").isEmpty() ? "–" : String.join(", ", fact.all("consent")),
                    fact.one("last").map(words::day).orElse(words.of("shared.never")));
        }
        page.foot();
    }

    void keeping() {
        page.element("p", words.of("kept.law", facts("ask").get(0).the("law")));
        page.head(words, "kept.caption", "class", "kept.period", "kept.from", "kept.ends", "kept.rule");
        for (Fact fact : facts("kept")) {
            String period = fact.the("period");
            page.row(
                    words.code("class", fact.the("class")),
                    period.startsWith("P") ? words.period(period) : words.code("period", period),
                    fact.one("from").map(each -> words.code("from", each)).orElse("–")
                            + fact.one("event")
                                    .map(each -> ": " + words.day(each))
                                    .orElse(""),
                    fact.one("ends").map(words::day).orElse(words.of("kept.no-end")),
                    fact.the("rule") + (fact.yes("checked") ? "" : " " + words.of("kept.unchecked")));
        }
        page.foot();
    }

    void erasing() {
        page.head(words, "erase.caption", "class", "erase.state");
        for (Fact fact : facts("erasable")) {
            page.row(
                    words.code("class", fact.the("class")),
                    words.of(
                            "erase." + fact.the("state"),
                            fact.one("from").map(words::day).orElse(""),
                            fact.the("reason")));
        }
        page.foot();
        page.element(
                "p",
                facts("ask")
                        .get(0)
                        .one("contact")
                        .map(each -> words.of("erase.ask", each))
                        .orElse(words.of("erase.ask-unknown")));
    }
}

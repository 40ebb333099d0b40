package health.strand.summary;

import health.strand.access.ClientRole;
import health.strand.access.DataClass;
import health.strand.audit.Visit;
import health.strand.jurisdiction.RetentionRule;
import health.strand.visibility.Holding;
import health.strand.visibility.Onlooker;
import health.strand.visibility.Sight;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;

/** Writes a summary as Parameters: one parameter for each fact, the facts of a question under one name. */
final class SummaryParameters {

    private static final String CLIENT = "client/";

    private final PrivacySummary summary;
    private final Parameters parameters = new Parameters();

    SummaryParameters(PrivacySummary summary) {
        this.summary = summary;
    }

    Parameters parameters() {
        parameters
                .addParameter()
                .setName("patient")
                .setValue(new IdType(summary.patient().value()));
        protection(summary.protection());
        summary.kept().forEach(each -> stored(each.dataClass()));
        summary.sights().forEach(this::sight);
        summary.visits().forEach(this::visit);
        summary.recipients().forEach(this::recipient);
        summary.kept().forEach(this::kept);
        summary.kept().forEach(this::erasable);
        part("ask").text("contact", summary.contact()).text("law", summary.law());
        return parameters;
    }

    private PartList part(String name) {
        return new PartList(parameters.addParameter().setName(name));
    }

    private void protection(Protection measured) {
        part("protection")
                .time("measured", summary.at())
                .text("database", "PostgreSQL " + measured.database().version())
                .yes("checksums", measured.database().checksums())
                .yes("databaseConnectionEncrypted", measured.database().encrypted())
                .text("databaseConnectionCipher", measured.database().protocol())
                .number("guardedTables", measured.database().guarded())
                .number("tables", measured.database().tables())
                .yes("https", measured.overHttps())
                .code("placeKnown", measured.place() == null ? "not-stated" : "stated")
                .text("place", measured.place())
                .code("diskEncryptionKnown", measured.diskEncryption() == null ? "not-known" : "stated")
                .text("diskEncryption", measured.diskEncryption())
                .code("backupKnown", measured.backup() == null ? "not-known" : "seen")
                .time("backup", measured.backup())
                .text("recordCipher", measured.cipher())
                .text("recordMasterKey", measured.masterKey())
                .number("notEncrypted", measured.database().plain())
                .code("pictures", "encrypted")
                .text("signingKey", measured.signingKey())
                .time("signingKeySince", measured.signingSince());
    }

    private void stored(DataClass dataClass) {
        PartList part = part("stored").code("class", dataClass.code());
        if (summary.told().contains(dataClass)) {
            Holding holding = summary.holdings().get(dataClass);
            part.number("items", holding == null ? 0 : holding.items())
                    .time("changed", holding == null ? null : holding.changed());
        }
    }

    private void sight(Sight sight) {
        Onlooker onlooker = sight.onlooker();
        part("canSee")
                .code("class", sight.dataClass().code())
                .code("kind", code(onlooker.kind()))
                .reference("who", onlooker.who(), summary.names())
                .codes(
                        "role",
                        onlooker.roles().stream().map(each -> each.code()).collect(Collectors.toSet()))
                .code("purpose", onlooker.purpose().code())
                .code("app", onlooker.clientRole() == ClientRole.OWN ? null : code(onlooker.clientRole()))
                .text("client", onlooker.client())
                .code("relation", code(onlooker.relation()))
                .code("extent", sight.whole() ? "all" : "part")
                .time("until", sight.until())
                .codes(
                        "because",
                        sight.reasons().stream().map(SummaryParameters::code).collect(Collectors.toSet()))
                .references("consent", sight.consents());
    }

    private void visit(Visit visit) {
        String person = visit.person();
        part("didSee")
                .reference("who", person, summary.names())
                .code("kind", person == null ? "system" : kind(person))
                .codes("role", visit.roles())
                .codes("purpose", visit.purposes())
                .text("client", visit.client())
                .number("times", visit.times())
                .time("first", visit.first())
                .time("last", visit.last());
    }

    private static String kind(String person) {
        return switch (person.substring(0, person.indexOf('/'))) {
            case "Patient" -> "patient";
            case "RelatedPerson" -> "representative";
            default -> "staff";
        };
    }

    private void recipient(Recipient recipient) {
        boolean app = recipient.who().startsWith(CLIENT);
        String organization = summary.organizations().get(recipient.who());
        Named named = organization == null ? null : summary.names().get(organization);
        part("sharedWith")
                .reference("who", recipient.who(), summary.names())
                .text("client", app ? recipient.who().substring(CLIENT.length()) : null)
                .reference("organization", organization, summary.names())
                .text("country", named == null ? null : named.country())
                .code("legalRole", code(recipient.legal()))
                .codes("purpose", recipient.purposes())
                .codes("class", codes(recipient.classes()))
                .references("consent", recipient.consents())
                .number("times", recipient.times())
                .time("first", recipient.first())
                .time("last", recipient.last());
    }

    private static Set<String> codes(Set<DataClass> classes) {
        return classes.stream().map(DataClass::code).collect(Collectors.toSet());
    }

    private void kept(Kept kept) {
        PartList part = part("kept").code("class", kept.dataClass().code());
        RetentionRule rule = kept.rule();
        if (rule == null) {
            part.code("period", "no-rule");
            return;
        }
        part.code("period", rule.period() == null ? "not-known" : rule.period().toString())
                .code("from", rule.start() == null ? null : code(rule.start()))
                .day("event", kept.event())
                .day("ends", kept.ends())
                .text("rule", rule.source())
                .yes("checked", rule.verified());
    }

    private void erasable(Kept kept) {
        RetentionRule rule = kept.rule();
        boolean later = kept.erasure() == Erasure.FROM_A_DAY;
        part("erasable")
                .code("class", kept.dataClass().code())
                .code("state", kept.erasure().code())
                .day("from", later ? kept.ends() : null)
                .text("reason", later && rule != null ? rule.source() : null);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

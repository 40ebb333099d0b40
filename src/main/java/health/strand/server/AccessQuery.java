package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.access.Action;
import health.strand.access.DataClass;
import health.strand.access.PurposeOfUse;
import health.strand.visibility.Explanations;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about access.
 *
 * @param resource a single one; null where a class is asked about
 * @param dataClass null where a resource is asked about
 * @param everybody whether everybody who could ask is meant
 */
record AccessQuery(
        Explanations.Who who,
        @Nullable IdType resource,
        @Nullable DataClass dataClass,
        boolean everybody) {

    private static final Pattern WHO = Pattern.compile(
            "(Practitioner|PractitionerRole|Organization|CareTeam|Group|Patient|RelatedPerson)/[A-Za-z0-9.-]{1,64}");
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern RESOURCE = Pattern.compile("([A-Z][A-Za-z]{1,63})/([A-Za-z0-9.-]{1,64})");

    static AccessQuery of(
            @Nullable StringType who,
            @Nullable StringType client,
            @Nullable StringType resource,
            @Nullable StringType purpose,
            @Nullable StringType action) {
        String asked = text(resource);
        if (asked.isEmpty()) {
            throw new InvalidRequestException(
                    "`resource` names a resource of the record by type and id, or a class of data");
        }
        Explanations.Who whom = new Explanations.Who(
                matching(who, WHO, "`who` is a reference by type and id to a person or to a body of people"),
                matching(client, CLIENT, "`client` is the id of an app"),
                purpose(text(purpose)),
                action(text(action)));
        boolean everybody = whom.who().isEmpty() && whom.client().isEmpty();
        if (everybody && (whom.purpose() != null || whom.action() != null)) {
            throw new InvalidRequestException("`purpose` and `action` are asked about with `who` or `client`");
        }
        Matcher single = RESOURCE.matcher(asked);
        return single.matches()
                ? new AccessQuery(whom, new IdType(single.group(1), single.group(2)), null, everybody)
                : new AccessQuery(whom, null, dataClass(asked), everybody);
    }

    private static String text(@Nullable StringType value) {
        return value == null || value.getValue() == null ? "" : value.getValue();
    }

    private static String matching(@Nullable StringType value, Pattern form, String what) {
        String text = text(value);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            throw new InvalidRequestException(what);
        }
        return text;
    }

    private static DataClass dataClass(String code) {
        return Arrays.stream(DataClass.values())
                .filter(each -> each.aboutPatients() && each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "`resource` names a resource of the record by type and id, or a class of data"));
    }

    private static @Nullable PurposeOfUse purpose(String code) {
        Optional<PurposeOfUse> known = PurposeOfUse.fromCode(code);
        if (!code.isEmpty() && known.isEmpty()) {
            throw new InvalidRequestException("`purpose` is a purpose of use that is not known here");
        }
        return known.orElse(null);
    }

    private static @Nullable Action action(String code) {
        Optional<Action> known = Action.fromCode(code);
        if (!code.isEmpty() && known.isEmpty()) {
            throw new InvalidRequestException("`action` is collect, access, use, disclose or correct");
        }
        return known.orElse(null);
    }
}

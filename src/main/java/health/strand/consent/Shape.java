package health.strand.consent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Property;

/**
 * Looks a consent over for what would change its meaning without anybody here understanding how: too deep, too large, a
 * modifier extension, an element that is not known, a value that is missing where one was meant (E5).
 */
final class Shape {

    static final int DEEPEST = 8;
    static final int MOST = 1_000;

    /** What may stand in a consent apart from its rules; nothing in these is read as a rule. */
    private static final Set<String> NO_RULE = Set.of(
            "id",
            "meta",
            "language",
            "text",
            "contained",
            "extension",
            "identifier",
            "status",
            "scope",
            "category",
            "patient",
            "dateTime",
            "performer",
            "organization",
            "source");

    private static final Set<String> CONSENT = Set.of("policy", "policyRule", "verification", "provision");
    private static final Set<String> PROVISION = Set.of(
            "type",
            "period",
            "actor",
            "action",
            "securityLabel",
            "purpose",
            "class",
            "code",
            "dataPeriod",
            "data",
            "provision");

    private Shape() {}

    static void check(Consent consent, Place place) {
        List<ProvisionComponent> provisions = provisions(consent);
        if (provisions.size() > MOST) {
            place.at("provision").refuse(ConsentRule.SHAPE, "a consent has at most 1000 provisions");
            return;
        }
        for (Property property : consent.children()) {
            String name = nameOf(property);
            if (property.hasValues() && !NO_RULE.contains(name)) {
                known(CONSENT, name, place);
                check(property, 1, place);
            }
        }
    }

    /** Whether anything in it denies, or says neither that it denies nor that it permits. */
    static boolean holdsADeny(Consent consent) {
        return Direction.optsOut(consent) || provisions(consent).stream().anyMatch(each -> mayDeny(consent, each));
    }

    /** Whether anything in it permits. */
    static boolean holdsAPermit(Consent consent) {
        return !consent.getProvision().hasType() && Direction.optsIn(consent)
                || provisions(consent).stream().anyMatch(each -> each.getType() == ConsentProvisionType.PERMIT);
    }

    private static boolean mayDeny(Consent consent, ProvisionComponent provision) {
        boolean rootOptingIn =
                provision == consent.getProvision() && !provision.hasTypeElement() && Direction.optsIn(consent);
        return provision.getType() != ConsentProvisionType.PERMIT && !rootOptingIn;
    }

    /** The root and all below it, without calling itself: what is looked over may be too deep for that. */
    private static List<ProvisionComponent> provisions(Consent consent) {
        List<ProvisionComponent> found = new ArrayList<>();
        Deque<ProvisionComponent> open = new ArrayDeque<>(List.of(consent.getProvision()));
        while (!open.isEmpty()) {
            ProvisionComponent next = open.pop();
            found.add(next);
            next.getProvision().forEach(open::push);
        }
        return found;
    }

    private static void check(Property property, int depth, Place place) {
        String name = nameOf(property);
        int index = 0;
        for (Base value : property.getValues()) {
            check(value, depth, property.isList() ? place.at(name, index++) : place.at(name));
        }
    }

    private static void check(Base value, int depth, Place place) {
        if (value.isEmpty()) {
            return;
        }
        if (depth > DEEPEST) {
            place.refuse(ConsentRule.SHAPE, "provisions are nested at most 8 deep");
            return;
        }
        if (value.isPrimitive() && !value.hasPrimitiveValue()) {
            place.refuse(ConsentRule.SHAPE, "an element of a rule has a value");
        }
        for (Property property : value.children()) {
            String name = nameOf(property);
            if (!property.hasValues() || name.equals("extension") || name.equals("id")) {
                continue;
            }
            if (name.equals("modifierExtension")) {
                place.at(name).refuse(ConsentRule.SHAPE, "a consent has no modifier extensions");
                continue;
            }
            boolean provision = value instanceof ProvisionComponent;
            if (provision) {
                known(PROVISION, name, place);
            }
            check(property, provision && name.equals("provision") ? depth + 1 : depth, place);
        }
    }

    private static void known(Set<String> names, String name, Place place) {
        if (!names.contains(name)) {
            place.at(name).refuse(ConsentRule.SHAPE, "this element cannot be evaluated");
        }
    }

    private static String nameOf(Property property) {
        return property.getName().replace("[x]", "");
    }
}

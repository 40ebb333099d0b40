package health.strand.server;

import health.strand.access.Effect;
import health.strand.access.Ground;
import health.strand.access.Step;
import health.strand.access.Verdict;
import health.strand.access.Why;
import health.strand.careteam.ClinicRoles;
import health.strand.visibility.AskedEngine;
import health.strand.visibility.KeyedTransactionManager;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in a few words by what the running server's engine decides about an item of a case. */
final class Reasons {

    private final RunningStrand strand;
    private final AskedEngine engine;

    Reasons(RunningStrand strand) {
        this.strand = strand;
        this.engine = new AskedEngine(
                strand.bean(Visibility.class),
                strand.bean(ClinicRoles.class),
                strand.bean(KeyedTransactionManager.class),
                strand.bean(Clock.class));
    }

    /** Such as {@code denied by c1 at 1.2}: by the first consent of the case, in the second exception from its first. */
    String of(CaseWorld world, String who, String item) {
        return text(verdict(world, who, item), world.consents());
    }

    private Verdict verdict(CaseWorld world, String who, String item) {
        String persona = who.split(" ", 2)[0];
        String person = switch (persona) {
            case "owner" -> world.item("patient");
            case "loader" -> "";
            default -> "Practitioner/" + strand.id(persona);
        };
        String client = who.endsWith(" in vox")
                ? RunningStrand.VOX
                : who.endsWith(" in fit") ? RunningStrand.FIT : "loader".equals(who) ? "strand-loader" : "strand-app";
        return engine.why(world.item(item), person, client);
    }

    /** The word of the step that spoke last with the effect of the whole. */
    static String text(Verdict verdict, List<String> consents) {
        List<Ground> agreeing = verdict.grounds().stream()
                .filter(ground -> ground.effect() == verdict.effect())
                .toList();
        Step last = agreeing.get(agreeing.size() - 1).step();
        return agreeing.stream()
                .filter(ground -> ground.step() == last)
                .map(ground -> text(ground, consents))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private static String text(Ground ground, List<String> consents) {
        if (ground.consent() == null) {
            return ground.why().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        String way =
                ground.why() == Why.LEFT_OUT ? "left out" : ground.effect() == Effect.PERMIT ? "permitted" : "denied";
        String path = ground.provisionPath().stream()
                .map(index -> String.valueOf(index + 1))
                .collect(Collectors.joining("."));
        return way + " by c" + (consents.indexOf(ground.consent()) + 1) + (path.isEmpty() ? "" : " at " + path);
    }
}

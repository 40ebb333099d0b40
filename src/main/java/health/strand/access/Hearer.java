package health.strand.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who hears a consent, and when: what a provision says of that is the same for all data. */
record Hearer(Reader reader, Instant at) {

    boolean isMeantBy(EffectiveProvision provision) {
        return holdsNow(provision.period()) && namesReader(provision) && namesPurpose(provision);
    }

    /** The provision without those below it that mean somebody else; nobody else is told anything by them. */
    Provision heard(EffectiveProvision provision) {
        List<Provision> nested = provision.own().provisions();
        List<Provision> kept = new ArrayList<>();
        for (int i = 0; i < nested.size(); i++) {
            EffectiveProvision child = provision.child(i);
            Provision heard = heard(child);
            if (isMeantBy(child) || !heard.provisions().isEmpty()) {
                kept.add(heard);
            }
        }
        return kept.equals(nested) ? provision.own() : provision.own().with(draft -> draft.provisions = kept);
    }

    private boolean holdsNow(@Nullable Span period) {
        return period == null || period.contains(at);
    }

    private boolean namesReader(EffectiveProvision provision) {
        List<ActorCriterion> actors = provision.actors();
        for (ActorCriterion actor : actors) {
            if (actor.isMetBy(reader, provision.type())) {
                return true;
            }
        }
        return actors.isEmpty();
    }

    private boolean namesPurpose(EffectiveProvision provision) {
        Set<PurposeOfUse> purposes = provision.purposes();
        for (PurposeOfUse purpose : purposes) {
            if (purpose.covers(reader.purpose())) {
                return true;
            }
        }
        return purposes.isEmpty();
    }
}

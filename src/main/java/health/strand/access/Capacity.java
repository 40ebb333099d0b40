package health.strand.access;

import java.util.Set;

/**
 * As whom a requester stands before the record.
 *
 * @param audiences what is granted to any of them is granted to the requester
 * @param client the app used, by its client id
 * @param everywhere the classes read in everybody's record, but for what is withheld from the requester's audiences
 * @param intake the classes written into anybody's record, whether it may be read or not
 */
public record Capacity(Set<Audience> audiences, String client, Set<DataClass> everywhere, Set<DataClass> intake) {

    public Capacity {
        audiences = Set.copyOf(audiences);
        everywhere = DataClasses.frozen(everywhere);
        intake = DataClasses.frozen(intake);
    }

    /** Nobody, to whom nothing is granted. */
    public static Capacity none() {
        return new Capacity(Set.of(), "", Set.of(), Set.of());
    }

    /** The same without what emergencies open. */
    Capacity withoutEmergencies() {
        Set<Audience> usual = new java.util.HashSet<>(audiences);
        usual.removeIf(each -> each.purpose() == PurposeOfUse.BTG);
        return new Capacity(usual, client, everywhere, intake);
    }

    /** What one requester has in both of two standings. */
    Capacity and(Capacity other) {
        Set<Audience> both = new java.util.HashSet<>(audiences);
        both.retainAll(other.audiences);
        return new Capacity(
                both,
                client.equals(other.client) ? client : "",
                DataClasses.intersection(everywhere, other.everywhere),
                DataClasses.intersection(intake, other.intake));
    }
}

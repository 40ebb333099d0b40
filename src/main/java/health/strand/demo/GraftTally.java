package health.strand.demo;

/** Grafts of one operation by the number of hairs in them; what was implanted is the sum of the four. */
record GraftTally(
        int singles,
        int doubles,
        int triples,
        int quadruples,
        int discarded,
        int transected,
        int recipientArea,
        int minutes) {

    static GraftTally draw(Dice dice) {
        int grafts = dice.between(1400, 3200);
        int singles = (int) (grafts * dice.between(0.20, 0.30));
        int triples = (int) (grafts * dice.between(0.17, 0.24));
        int quadruples = (int) (grafts * dice.between(0.02, 0.05));
        return new GraftTally(
                singles,
                grafts - singles - triples - quadruples,
                triples,
                quadruples,
                (int) (grafts * dice.between(0.01, 0.03)),
                (int) (grafts * dice.between(0.02, 0.06)),
                grafts / dice.between(32, 42),
                dice.between(90, 240));
    }

    int total() {
        return singles + doubles + triples + quadruples;
    }

    int harvested() {
        return total() + discarded + transected;
    }

    int hairs() {
        return singles + 2 * doubles + 3 * triples + 4 * quadruples;
    }
}

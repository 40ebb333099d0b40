package health.strand.demo;

/**
 * How light skin and hair are under the lens, 0 (black) to 255.
 *
 * @param fitzpatrick skin type, 1 to 6
 */
record Skin(int fitzpatrick, int skinLevel, int hairLevel) {

    static Skin draw(Dice dice, Origin origin) {
        return switch (origin) {
            case EUROPEAN -> new Skin(dice.between(1, 3), dice.between(195, 215), dice.between(40, 100));
            case HISPANIC -> new Skin(dice.between(3, 4), dice.between(175, 195), dice.between(30, 50));
            case EAST_ASIAN -> new Skin(dice.between(2, 4), dice.between(185, 205), dice.between(25, 40));
            case SOUTH_ASIAN -> new Skin(dice.between(4, 5), dice.between(150, 175), dice.between(25, 40));
            case AFRICAN -> new Skin(dice.between(5, 6), dice.between(125, 150), dice.between(20, 35));
        };
    }

    /** The concept's code in the NCI Thesaurus, I to VI being consecutive. */
    String thesaurusCode() {
        return "C" + (74568 + fitzpatrick);
    }
}

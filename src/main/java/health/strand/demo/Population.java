package health.strand.demo;

import java.time.LocalDate;
import java.util.List;

/** Draws patients. Unless a comment names a source, the settings are assumptions made for invented data. */
final class Population {

    private static final List<String> WOMEN = List.of(
            "Alma", "Amira", "Beatriz", "Carla", "Chiara", "Dilek", "Edda", "Elif", "Farida", "Greta", "Hana", "Ines",
            "Jana", "Keiko", "Leila", "Livia", "Mei", "Nadia", "Noor", "Olga", "Priya", "Ronja", "Selma", "Thea", "Uma",
            "Wanda", "Yara", "Zoe");
    private static final List<String> MEN = List.of(
            "Adil", "Anton", "Bruno", "Chen", "Dario", "Emil", "Farid", "Goran", "Hugo", "Ivan", "Jonas", "Kofi",
            "Liam", "Marek", "Nils", "Omar", "Pablo", "Quentin", "Ravi", "Sami", "Teo", "Ugo", "Viktor", "Wim", "Xaver",
            "Yusuf", "Zeno", "Isko");
    private static final List<String> FAMILIES = List.of(
            "Abara", "Aydin", "Bauer", "Borg", "Cano", "Dahl", "Duran", "Ekholm", "Fabri", "Feld", "Garza", "Gupta",
            "Haas", "Hidalgo", "Ilves", "Jansen", "Kaya", "Klein", "Kovac", "Lang", "Lopes", "Mbeki", "Meyer", "Nakata",
            "Novak", "Obi", "Olsen", "Pavic", "Quist", "Rao", "Rossi", "Santos", "Sommer", "Tanaka", "Toth", "Ulrich",
            "Vega", "Wolf", "Yilmaz", "Zhang");

    private final long seed;
    private final LocalDate today;

    Population(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** The patient of that number; the first three are the named ones. */
    PatientStory patient(int number) {
        Dice dice = Dice.of(seed, "patient", number);
        if (number < NamedPatients.COUNT) {
            return NamedPatients.of(number, dice, today);
        }
        boolean female = dice.chance(0.15);
        int age = age(dice, female);
        Origin origin = Origin.draw(dice);
        Diagnosis diagnosis = Diagnosis.draw(dice);
        int months = dice.between(6, 36);
        return new PatientStory(
                number,
                null,
                dice.pick(female ? WOMEN : MEN),
                dice.pick(FAMILIES),
                female,
                today.minusYears(age).minusDays(dice.between(1, 364)),
                origin,
                diagnosis,
                Stage.draw(dice, female, age, origin),
                Arm.draw(dice, female, diagnosis),
                today.minusMonths(months).minusDays(dice.between(15, 40)),
                months,
                leavesAfter(dice, months),
                dice.chance(0.25) && dice.chance(0.60));
    }

    /** Log-normal with its mode at 30 in men and 40 in women, within 18 to 75. */
    private static int age(Dice dice, boolean female) {
        double spread = 0.26;
        double mu = Math.log(female ? 40 : 30) + spread * spread;
        int age = (int) Math.exp(dice.normal(mu, spread));
        return age < 18 || age > 75 ? age(dice, female) : age;
    }

    /** A fifth of the patients is lost in each year. */
    private static int leavesAfter(Dice dice, int months) {
        for (int month = 1; month <= months; month++) {
            if (dice.chance(1 - Math.pow(0.8, 1 / 12.0))) {
                return month;
            }
        }
        return months + 1;
    }
}

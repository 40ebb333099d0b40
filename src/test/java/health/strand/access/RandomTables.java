package health.strand.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Base policies as the engine reads them and as the naive evaluator does. */
record RandomTables(String csv, Map<String, String> rights) {

    private static final String HEADER = "reader,relation,purpose,identity,administration,billing,clinical,scalp-image,"
            + "face-image,genetic,privacy,audit,marketing,research\n";
    private static final List<String> LETTERS = List.of("P", "P", "O", "S", "m", "-");

    /** The policy that comes with the server, written down a second time. */
    static RandomTables shipped() {
        Builder table = new Builder();
        for (String role : List.of("surgeon", "dermatologist", "trichologist", "nurse", "technician")) {
            table.row(role, Relation.TREATING, "TREAT", "PP-PPPO----");
        }
        table.row("surgeon", Relation.EMERGENCY, "BTG", "PP-PP------");
        table.row("dermatologist", Relation.EMERGENCY, "BTG", "PP-PP------");
        table.row("privacy-officer", Relation.CASE, "HCOMPL", "P--PPPP----");
        table.row("laboratory", Relation.NONE, "TREAT", "------S----");
        table.row("reception", Relation.BOOKED, "PATADMIN", "PP---------");
        table.row("billing", Relation.NONE, "HPAYMT", "P-P--------");
        table.row("marketing", Relation.NONE, "HMARKT", "---------O-");
        table.row("researcher", Relation.NONE, "HRESCH", "----------O");
        table.row("analytics-vendor", Relation.NONE, "MLTRAINING", "---OO------");
        table.row("analytics-vendor", Relation.NONE, "HOPERAT", "---OO------");
        table.row("external-clinician", Relation.NONE, "TREAT", "OO-OOOO----");
        table.row("system", Relation.NONE, "TREAT", "PPPPPPOPPPP");
        return table.build();
    }

    static RandomTables random(Random random) {
        Builder table = new Builder();
        List<String> readers = new ArrayList<>(List.of("system", "system", "system"));
        RandomCases.ROLES.forEach(each -> readers.add(each.code()));
        for (String reader : readers) {
            if (List.of("surgeon", "nurse").contains(reader) && random.nextInt(4) > 0) {
                table.row(reader, Relation.EMERGENCY, "BTG", someOf("PP-PP------", random));
            }
            if (reader.equals("privacy-officer")) {
                table.row(reader, Relation.CASE, "HCOMPL", someOf("P--PPPP----", random));
            }
            for (Relation relation : EnumSet.complementOf(EnumSet.of(Relation.EMERGENCY, Relation.CASE))) {
                for (String purpose : List.of("TREAT", "PATADMIN", "HRESCH", "HCOMPL")) {
                    if (random.nextInt(3) > 0) {
                        table.row(reader, relation, purpose, letters(random));
                    }
                }
            }
        }
        return table.build();
    }

    ImplicitPolicy policy() {
        return ImplicitPolicy.parse(csv);
    }

    private static String someOf(String most, Random random) {
        StringBuilder letters = new StringBuilder();
        for (char possible : most.toCharArray()) {
            letters.append(random.nextInt(4) > 0 ? possible : '-');
        }
        return letters.toString();
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            letters.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return letters.toString();
    }

    private static final class Builder {

        private static final List<DataClass> CLASSES = List.of(
                DataClass.IDENTITY,
                DataClass.ADMINISTRATION,
                DataClass.BILLING,
                DataClass.CLINICAL,
                DataClass.SCALP_IMAGE,
                DataClass.FACE_IMAGE,
                DataClass.GENETIC,
                DataClass.PRIVACY,
                DataClass.AUDIT,
                DataClass.MARKETING,
                DataClass.RESEARCH);

        private final StringBuilder csv = new StringBuilder(HEADER);
        private final Map<String, String> rights = new HashMap<>();

        void row(String reader, Relation relation, String purpose, String letters) {
            String key = reader + "/" + relation + "/" + purpose + "/";
            if (rights.containsKey(key + DataClass.IDENTITY)) {
                return;
            }
            csv.append(reader)
                    .append(',')
                    .append(relation.name().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(purpose);
            for (int i = 0; i < CLASSES.size(); i++) {
                csv.append(',').append(letters.charAt(i));
                rights.put(key + CLASSES.get(i), letters.substring(i, i + 1));
            }
            csv.append('\n');
        }

        RandomTables build() {
            return new RandomTables(csv.toString(), Map.copyOf(rights));
        }
    }
}

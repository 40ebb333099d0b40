package health.strand.access;

import health.strand.access.ImplicitPolicy.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the table of the base policy; what it does not know in a line, it refuses. */
final class PolicyTable {

    static final List<DataClass> CLASSES =
            Arrays.stream(DataClass.values()).filter(DataClass::aboutPatients).toList();

    private static final Set<DataClass> OPENED_IN_EMERGENCIES =
            EnumSet.of(DataClass.IDENTITY, DataClass.ADMINISTRATION, DataClass.CLINICAL, DataClass.SCALP_IMAGE);
    private static final String SYSTEM = "system";
    private static final List<String> HEADER = header();

    private final Map<Row, Map<DataClass, ImplicitRight>> rows = new HashMap<>();
    private int line;
    private boolean headed;

    Map<Row, Map<DataClass, ImplicitRight>> read(String csv) {
        for (String each : csv.split("\n", -1)) {
            line++;
            String text = each.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                readLine(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
            }
        }
        if (!headed) {
            throw refused("the header is missing");
        }
        return Map.copyOf(rows);
    }

    private void readLine(List<String> cells) {
        if (!headed) {
            readHeader(cells);
        } else if (cells.size() != HEADER.size()) {
            throw refused(cells.size() + " columns, not " + HEADER.size());
        } else {
            keep(cells, row(cells), rights(cells));
        }
    }

    private void keep(List<String> cells, Row row, Map<DataClass, ImplicitRight> rights) {
        boolean emergency = row.relation() == Relation.EMERGENCY;
        if (emergency != (row.purpose() == PurposeOfUse.BTG)) {
            throw refused("the relation `emergency` and the purpose `BTG` go together");
        }
        if (emergency) {
            keepEmergency(row, rights);
        }
        if (row.relation() == Relation.CASE) {
            keepCase(row, rights);
        }
        if (rows.put(row, rights) != null) {
            throw refused("there is a row for `" + String.join(",", cells.subList(0, 3)) + "` already");
        }
    }

    private void keepEmergency(Row row, Map<DataClass, ImplicitRight> rights) {
        if (row.role() == null
                || row.role().purpose() != PurposeOfUse.TREAT
                || row.role().livesOnConsents()) {
            throw refused("emergencies are for people who treat in this clinic");
        }
        rights.forEach((dataClass, right) -> {
            boolean possible = right == ImplicitRight.NEVER
                    || right == ImplicitRight.PERMIT && OPENED_IN_EMERGENCIES.contains(dataClass);
            if (!possible) {
                throw refused("an emergency does not open `" + dataClass.code() + "` with `" + right.letter() + "`");
            }
        });
    }

    private void keepCase(Row row, Map<DataClass, ImplicitRight> rights) {
        if (row.role() != ClinicRole.PRIVACY_OFFICER || row.purpose() != PurposeOfUse.HCOMPL) {
            throw refused("a case is opened by the privacy officer, for `HCOMPL`");
        }
        rights.forEach((dataClass, right) -> {
            boolean possible = right == ImplicitRight.NEVER
                    || right == ImplicitRight.PERMIT && row.role().readsAtMost().contains(dataClass);
            if (!possible) {
                throw refused("a case does not open `" + dataClass.code() + "` with `" + right.letter() + "`");
            }
        });
    }

    private void readHeader(List<String> cells) {
        if (!cells.equals(HEADER)) {
            throw refused("the header is not `" + String.join(",", HEADER) + "`");
        }
        headed = true;
    }

    private Row row(List<String> cells) {
        String role = cells.get(0);
        return new Row(
                role.equals(SYSTEM) ? null : known(ClinicRole.fromCode(role), "role", role),
                known(relation(cells.get(1)), "relation", cells.get(1)),
                known(PurposeOfUse.fromCode(cells.get(2)), "purpose", cells.get(2)));
    }

    private Map<DataClass, ImplicitRight> rights(List<String> cells) {
        Map<DataClass, ImplicitRight> rights = new EnumMap<>(DataClass.class);
        for (int i = 0; i < CLASSES.size(); i++) {
            String letter = cells.get(i + 3);
            rights.put(CLASSES.get(i), known(ImplicitRight.fromLetter(letter), "right", letter));
        }
        return rights;
    }

    private <T> T known(Optional<T> found, String what, String text) {
        return found.orElseThrow(() -> refused(what + " `" + text + "` is not known"));
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("line " + line + ": " + reason);
    }

    private static Optional<Relation> relation(String code) {
        return Arrays.stream(Relation.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("reader", "relation", "purpose"));
        CLASSES.forEach(each -> header.add(each.code()));
        return List.copyOf(header);
    }
}

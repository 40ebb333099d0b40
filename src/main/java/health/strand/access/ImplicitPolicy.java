package health.strand.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What readers may see when no consent speaks, and the most that a consent can open to them (section 3.3).
 *
 * <p>A row for the relation {@code none} asks for no relation: it holds for whoever has one, too. A reader with several
 * roles has the widest right of them. What the clinic keeps about itself is open to everybody.
 */
public final class ImplicitPolicy {

    /** One line of the table; the role is null for the clinic's own systems. */
    record Row(@Nullable ClinicRole role, Relation relation, PurposeOfUse purpose) {}

    private final Map<Row, Map<DataClass, ImplicitRight>> rows;

    private ImplicitPolicy(Map<Row, Map<DataClass, ImplicitRight>> rows) {
        this.rows = rows;
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the line and what is wrong in it
     */
    public static ImplicitPolicy parse(String csv) {
        return new ImplicitPolicy(new PolicyTable().read(csv));
    }

    /** The policy this server comes with. */
    public static ImplicitPolicy shipped() {
        try (InputStream table = ImplicitPolicy.class.getResourceAsStream("base-policy.csv")) {
            return parse(new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the base policy cannot be read", e);
        }
    }

    /** What a reader has in a class, standing in this relation to the patient. */
    public ImplicitRight right(Reader reader, Relation relation, DataClass dataClass) {
        if (!dataClass.aboutPatients()) {
            return ImplicitRight.PERMIT;
        }
        return switch (reader.kind()) {
            case PATIENT, REPRESENTATIVE -> ImplicitRight.NEVER;
            case STAFF -> ofRoles(reader, relation, dataClass);
            case SYSTEM ->
                reader.clientRole() == ClientRole.OWN
                        ? of(null, relation, reader.purpose(), dataClass)
                        : ofRoles(reader, relation, dataClass);
        };
    }

    /** The classes in which a role has a right for a purpose, be it with the patient's permit only. */
    public Set<DataClass> classes(ClinicRole role, PurposeOfUse purpose, Relation relation) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (DataClass each : DataClass.values()) {
            if (!each.aboutPatients() || of(role, relation, purpose, each) != ImplicitRight.NEVER) {
                classes.add(each);
            }
        }
        return DataClasses.frozen(classes);
    }

    /** Whether somebody in these roles may open a record in an emergency. */
    public boolean breaksGlass(Set<ClinicRole> roles) {
        return roles.stream().anyMatch(role -> rows.containsKey(new Row(role, Relation.EMERGENCY, PurposeOfUse.BTG)));
    }

    /** Every right in one order, the same for equal policies. */
    @Override
    public String toString() {
        return rows.entrySet().stream()
                .map(each -> each.getKey() + " " + new TreeMap<>(each.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private ImplicitRight ofRoles(Reader reader, Relation relation, DataClass dataClass) {
        ImplicitRight widest = ImplicitRight.NEVER;
        for (ClinicRole role : reader.roles()) {
            widest = widest.or(of(role, relation, reader.purpose(), dataClass));
        }
        return widest;
    }

    private ImplicitRight of(@Nullable ClinicRole role, Relation relation, PurposeOfUse asked, DataClass dataClass) {
        PurposeOfUse purpose = asked == PurposeOfUse.ETREAT ? PurposeOfUse.TREAT : asked;
        return in(new Row(role, relation, purpose), dataClass).or(in(new Row(role, Relation.NONE, purpose), dataClass));
    }

    private ImplicitRight in(Row row, DataClass dataClass) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(dataClass, ImplicitRight.NEVER);
    }
}

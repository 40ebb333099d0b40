package health.strand.provision;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code strand app}: registers apps at a clinic's own Keycloak, lists and removes them. */
public final class AppCommand {

    private AppCommand() {}

    /** Takes {@code add NAME}, {@code list} or {@code remove NAME}, and options; ends with 1 when it is refused. */
    public static void main(String[] line) {
        try {
            run(line, System.out);
        } catch (ProvisionFailed e) {
            System.err.println("strand app: " + e.getMessage());
            System.exit(1);
        }
    }

    static void run(String[] line, PrintStream out) {
        Set<String> options = new HashSet<>(Connection.OPTIONS);
        options.addAll(App.OPTIONS);
        Arguments arguments = Arguments.read(line, options, Set.of(App.OWN));
        List<String> words = arguments.words();
        String verb = words.isEmpty() ? "" : words.get(0);
        if (verb.equals("list") && words.size() == 1) {
            list(arguments, out);
        } else if (verb.equals("add") && words.size() == 2) {
            add(words.get(1), arguments, out);
        } else if (verb.equals("remove") && words.size() == 2) {
            remove(words.get(1), arguments, out);
        } else {
            throw new ProvisionFailed("say add NAME, list or remove NAME");
        }
    }

    private static void add(String name, Arguments arguments, PrintStream out) {
        App app = App.of(name, arguments);
        Optional<String> secret = with(arguments, apps -> apps.add(app));
        out.println("added " + name + ", " + app.kind().text() + ", which may ask for "
                + app.scopes().size() + " scopes");
        secret.ifPresent(text -> {
            out.println("secret: " + text);
            out.println("it is shown this once; give it to the app and to nobody else");
        });
        out.println("the record takes it for an app of patients until strand.clinic.own-clients, processor-clients"
                + " or recipient-clients names it");
    }

    private static void list(Arguments arguments, PrintStream out) {
        List<String> lines = with(arguments, Apps::list);
        lines.forEach(out::println);
        out.println(lines.size() == 1 ? "1 app" : lines.size() + " apps");
    }

    private static void remove(String name, Arguments arguments, PrintStream out) {
        with(arguments, apps -> {
            apps.remove(name);
            return name;
        });
        out.println("removed " + name + "; its tokens are refused when they end, within five minutes");
    }

    private static <T> T with(Arguments arguments, Function<Apps, T> task) {
        Connection connection = Connection.of(arguments);
        try (Administration keycloak = connection.keycloak()) {
            keycloak.logIn();
            return task.apply(new Apps(connection));
        }
    }
}

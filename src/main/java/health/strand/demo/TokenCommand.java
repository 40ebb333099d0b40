package health.strand.demo;

import health.strand.embedded.EmbeddedFailure;
import health.strand.embedded.Persona;
import health.strand.embedded.Ports;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints an access token of a demo persona, and nothing else, on standard output. */
public final class TokenCommand {

    private static final int DEFAULT_PORT = 8080;

    private @Nullable Persona persona;
    private @Nullable String scope;
    private boolean strong;
    private Ports ports = new Ports(DEFAULT_PORT);

    private TokenCommand() {}

    /** Takes a persona, and optionally {@code --port}, {@code --scope} and {@code --strong}. */
    public static void main(String[] arguments) {
        try {
            System.out.println(new TokenCommand().token(new ArrayDeque<>(List.of(arguments))));
        } catch (LoginFailed | EmbeddedFailure e) {
            System.err.println("strand token: " + e.getMessage());
            System.exit(1);
        }
    }

    private String token(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            read(arguments.pop(), arguments);
        }
        Persona wanted = persona;
        if (wanted == null) {
            throw new LoginFailed("name a persona: " + names());
        }
        PersonaLogin byPassword = new PersonaLogin(ports.issuer(), ports.fhirBase());
        PersonaLogin login = strong ? byPassword.strongly() : byPassword;
        return login.accessToken(wanted.login(), scope == null ? PersonaLogin.defaultScope(wanted) : scope);
    }

    private void read(String argument, Deque<String> rest) {
        switch (argument) {
            case "--port" -> ports = new Ports(number(value(argument, rest)));
            case "--strong" -> strong = true;
            case "--scope" -> scope = value(argument, rest);
            default -> persona = persona(argument);
        }
    }

    private Persona persona(String name) {
        if (name.startsWith("-") || persona != null) {
            throw new LoginFailed("unknown argument " + name);
        }
        return Persona.named(name)
                .orElseThrow(() -> new LoginFailed("there is no persona " + name + "; there are " + names()));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new LoginFailed(option + " needs a value");
        }
        return rest.pop();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LoginFailed("--port needs a number, not " + text, e);
        }
    }

    private static String names() {
        return Persona.all().stream().map(Persona::login).collect(Collectors.joining(", "));
    }
}

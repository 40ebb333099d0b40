package health.strand.provision;

/** Keycloak could not be brought to what is wanted, or must not be; the message is for the person at the terminal. */
final class ProvisionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProvisionFailed(String message) {
        super(message);
    }

    ProvisionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

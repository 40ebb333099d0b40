package health.strand.embedded;

/** How one database role connects; the URL never names a user, so the pool's user is the one that counts. */
public record DatabaseLogin(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}

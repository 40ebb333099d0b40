package health.strand.server;

import java.io.IOException;

/** A clinic of its own beside the demo clinic: another database, another server; only those who may log in are the same. */
public final class SecondClinic implements AutoCloseable {

    private final OuterDatabase database;
    private final ServeProcess server;

    private SecondClinic(OuterDatabase database, ServeProcess server) {
        this.database = database;
        this.server = server;
    }

    /** Makes the database and tells the server to start; it is not waited for. */
    public static SecondClinic start(String name) throws IOException {
        OuterDatabase database = OuterDatabase.create(name);
        return new SecondClinic(database, ServeProcess.start(database.settings()));
    }

    /** Waits until the server answers and says where. */
    public String awaitBase() throws IOException, InterruptedException {
        server.awaitServing();
        return server.base();
    }

    /** What the server wrote into its log so far. */
    public String log() throws IOException {
        return server.said();
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
        database.drop();
    }
}

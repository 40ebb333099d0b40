package health.strand.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Adds up the time spent waiting for the database, while it runs; otherwise connections stay as they are. */
final class StatementClock {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private final Map<String, Spent> bySql = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** What was spent since it was started. */
    record Spent(double millis, long statements) {

        Spent and(Spent more) {
            return new Spent(millis + more.millis, statements + more.statements);
        }
    }

    void start() {
        nanos.set(0);
        statements.set(0);
        running = true;
    }

    Spent stop() {
        running = false;
        return new Spent(nanos.get() / 1e6, statements.get());
    }

    /** What was spent on each statement in all. */
    Map<String, Spent> bySql() {
        return bySql;
    }

    Connection timed(Connection connection) {
        return running ? wrap(Connection.class, connection, "") : connection;
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments, sql);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments, String sql)
            throws Throwable {
        boolean waits =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        long begun = System.nanoTime();
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof PreparedStatement prepared && target instanceof Connection && arguments != null) {
                return wrap(PreparedStatement.class, prepared, String.valueOf(arguments[0]));
            }
            if (result instanceof Statement plain && target instanceof Connection) {
                return wrap(Statement.class, plain, "");
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            if (waits) {
                long spent = System.nanoTime() - begun;
                nanos.addAndGet(spent);
                statements.incrementAndGet();
                bySql.merge(sql.isEmpty() ? method.getName() : sql, new Spent(spent / 1e6, 1), Spent::and);
            }
        }
    }
}

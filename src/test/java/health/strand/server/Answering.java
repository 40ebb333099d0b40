package health.strand.server;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** The threads that answer requests. */
final class Answering {

    private Answering() {}

    /** What they allocated since they were started, in bytes. */
    static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(each -> each != null && each.getThreadName().contains("-exec-"))
                .mapToLong(each -> Math.max(0, threads.getThreadAllocatedBytes(each.getThreadId())))
                .sum();
    }
}

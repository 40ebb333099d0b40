package health.strand.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param sizes numbers of patients, ascending; the clinic grows from one to the next
 * @param seconds how long each question is asked
 * @param data where the database is kept between runs
 * @param port of the FHIR endpoint; the next four belong to it too
 * @param template how many patients are loaded through the server, to be copied
 */
record BenchOptions(List<Integer> sizes, int seconds, Path data, int port, int template) {

    private static final int TEMPLATE = 32;

    static BenchOptions parse(String... arguments) {
        List<Integer> sizes = List.of(1_000, 20_000);
        int seconds = 10;
        Path data = Path.of("target", "bench", "data");
        int port = 28_000;
        int template = TEMPLATE;
        for (int place = 0; place + 1 < arguments.length; place += 2) {
            String value = arguments[place + 1];
            switch (arguments[place]) {
                case "--patients" -> sizes = numbers(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--data" -> data = Path.of(value);
                case "--port" -> port = Integer.parseInt(value);
                case "--template" -> template = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("unknown argument " + arguments[place]);
            }
        }
        return new BenchOptions(sizes, seconds, data, port, template);
    }

    private static List<Integer> numbers(String value) {
        List<Integer> numbers = new ArrayList<>();
        for (String each : value.split(",", -1)) {
            numbers.add(Integer.valueOf(each));
        }
        return numbers.stream().sorted().toList();
    }
}

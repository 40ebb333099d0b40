package health.strand.twin;

import java.util.ArrayList;
import java.util.List;

/** One world as one requester sees it: asks, follows the pages, and takes off what differs between any two answers. */
final class World {

    private static final int MOST_PAGES = 6;

    private final FhirClient client;
    private final NormalAnswer normal;

    World(FhirClient client, NormalAnswer normal) {
        this.client = client;
        this.normal = normal;
    }

    /** The answer, with those of the pages after it. */
    List<String> ask(Ask drawn) {
        Ask ask = new Ask(
                drawn.row(),
                drawn.method(),
                normal.unfold(drawn.path()),
                drawn.headers(),
                drawn.body() == null ? null : normal.unfold(drawn.body()));
        List<String> answers = new ArrayList<>();
        Answer answer = client.ask(ask);
        answers.add(normal.of(answer));
        String next = NormalAnswer.next(answer);
        while (!next.isEmpty() && answers.size() < MOST_PAGES) {
            answer = client.ask(Ask.get(next));
            answers.add(normal.of(answer));
            next = NormalAnswer.next(answer);
        }
        return answers;
    }
}

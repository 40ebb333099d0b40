package health.strand.dicom;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The elements of a file or of an item within it, by their tags and in their order. */
public final class DataSet {

    private final SortedMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    void put(Element element) throws UnreadableDicom {
        if (elements.putIfAbsent(element.tag(), element) != null) {
            throw new UnreadableDicom("an element stands twice in one data set");
        }
    }

    /** All of them, in ascending order. */
    public Collection<Element> elements() {
        return Collections.unmodifiableCollection(elements.values());
    }

    /** One of them. */
    public Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    /** The first value as a text, without the padding; empty where there is none. */
    public String text(int tag) {
        List<String> all = texts(tag);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All values as texts; none where it is no text or not there. */
    public List<String> texts(int tag) {
        Element element = elements.get(tag);
        return element != null && element.vr().isText() ? Values.texts(element) : List.of();
    }

    /** The first value as a whole number, be it in binary or in letters; empty where it is none. */
    public Optional<Integer> number(int tag) {
        Element element = elements.get(tag);
        if (element == null) {
            return Optional.empty();
        }
        if (element.vr() == Vr.IS) {
            return whole(text(tag));
        }
        return Values.numbers(element).stream().findFirst().map(Number::intValue);
    }

    /** The data sets within that element. */
    public List<DataSet> items(int tag) {
        Element element = elements.get(tag);
        return element != null && element.content() instanceof Element.Items items ? items.all() : List.of();
    }

    /** Only what is told of elements by these tags. */
    public DataSet only(Collection<Integer> tags) {
        DataSet some = new DataSet();
        for (Map.Entry<Integer, Element> each : elements.entrySet()) {
            if (tags.contains(each.getKey())) {
                some.elements.put(each.getKey(), each.getValue());
            }
        }
        return some;
    }

    private static Optional<Integer> whole(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package health.strand.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;

/**
 * What an element says of how many and what kind of parts it has: the members of a group, the series and instances of an
 * imaging study. It is kept true for whoever is shown some of them: it would tell that there are more.
 */
sealed interface Counts {

    /** What there is in an element before parts are taken out, or put back into what somebody made of the rest. */
    static Counts of(IBase element) {
        if (element instanceof Group group) {
            return new Members(group, group.getMember().size());
        }
        if (element instanceof ImagingStudySeriesComponent series) {
            return new Instances(series, series.getInstance().size());
        }
        return element instanceof ImagingStudy study ? Study.of(study) : new Nothing();
    }

    /** Makes the numbers true after that. */
    void reckon();

    private static void change(boolean said, int number, int more, IntConsumer set) {
        if (said && more != 0) {
            // a number that was below the parts it counts says nothing of them
            set.accept(Math.max(number + more, 0));
        }
    }

    /** Elements that count nothing. */
    record Nothing() implements Counts {

        @Override
        public void reckon() {
            // there is no number
        }
    }

    /** The members of a group. */
    record Members(Group group, int before) implements Counts {

        @Override
        public void reckon() {
            int more = group.getMember().size() - before;
            change(group.hasQuantity(), group.getQuantity(), more, group::setQuantity);
        }
    }

    /** The instances of a series. */
    record Instances(ImagingStudySeriesComponent series, int before) implements Counts {

        @Override
        public void reckon() {
            int more = series.getInstance().size() - before;
            change(series.hasNumberOfInstances(), series.getNumberOfInstances(), more, series::setNumberOfInstances);
        }
    }

    /** The series and instances of a study, and what the series are made with. */
    record Study(ImagingStudy study, int series, int instances, Set<String> modalities) implements Counts {

        static Study of(ImagingStudy study) {
            return new Study(study, study.getSeries().size(), instances(study), modalities(study.getSeries()));
        }

        @Override
        public void reckon() {
            change(
                    study.hasNumberOfSeries(),
                    study.getNumberOfSeries(),
                    study.getSeries().size() - series,
                    study::setNumberOfSeries);
            change(
                    study.hasNumberOfInstances(),
                    study.getNumberOfInstances(),
                    instances(study) - instances,
                    study::setNumberOfInstances);
            reckonModalities();
        }

        private void reckonModalities() {
            Set<String> now = modalities(study.getSeries());
            if (!now.equals(modalities)) {
                study.getModality().removeIf(each -> modalities.contains(key(each)) && !now.contains(key(each)));
                Set<String> said = new LinkedHashSet<>(
                        study.getModality().stream().map(Study::key).toList());
                study.getSeries().stream()
                        .map(ImagingStudySeriesComponent::getModality)
                        .filter(each -> !each.isEmpty() && !modalities.contains(key(each)) && said.add(key(each)))
                        .forEach(each -> study.addModality(each.copy()));
            }
        }

        private static int instances(ImagingStudy study) {
            return study.getSeries().stream()
                    .mapToInt(each -> each.getInstance().size())
                    .sum();
        }

        private static Set<String> modalities(List<ImagingStudySeriesComponent> series) {
            Set<String> modalities = new LinkedHashSet<>();
            series.forEach(each -> modalities.add(key(each.getModality())));
            return modalities;
        }

        private static String key(Coding modality) {
            return modality.getSystem() + "|" + modality.getCode();
        }
    }
}

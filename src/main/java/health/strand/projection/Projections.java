package health.strand.projection;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Resources as they are for somebody: without whatever points to something that is not there for them. */
public final class Projections {

    private final ElementTree tree;
    private final LocalTargets local;
    private final Function<Collection<String>, Set<String>> visible;

    /**
     * @param base the address of the FHIR endpoint
     * @param visible those of some references, each {@code Type/id}, that are there for whoever asks
     */
    public Projections(FhirContext fhir, String base, Function<Collection<String>, Set<String>> visible) {
        this.tree = new ElementTree(fhir);
        this.local = new LocalTargets(base);
        this.visible = visible;
    }

    /**
     * Leaves in a resource, or in every resource of an answer, nothing that points to what is not there.
     *
     * @return what is still named, each {@code Type/id}: the resources of the answer, and what they point to
     */
    public Set<String> project(IBaseResource resource) {
        Set<String> named = new HashSet<>();
        Set<String> hidden = hidden(resource, named);
        if (!hidden.isEmpty()) {
            new Removal(tree, local, hidden).from(resource);
        }
        return named;
    }

    /**
     * Puts back into a resource that somebody changed what they were not shown of it.
     *
     * @param whole the resource as it was stored
     * @param after the resource as it is to be stored
     * @param restored told of every reference that is put back
     */
    public void restore(Resource whole, Resource after, Consumer<Reference> restored) {
        Set<String> hidden = hidden(whole, new HashSet<>());
        if (hidden.isEmpty()) {
            return;
        }
        Removal removal = new Removal(tree, local, hidden);
        boolean any = new Restoration(tree, removal, restored).into(after, whole);
        if (any
                && whole instanceof DomainResource old
                && after instanceof DomainResource changed
                && !changed.hasText()) {
            changed.setText(old.getText());
        }
    }

    /** Looks at every reference in a resource. */
    public void eachReference(IBase element, Consumer<Reference> look) {
        if (element instanceof Reference reference) {
            look.accept(reference);
        }
        tree.eachChild(element, child -> eachReference(child, look));
    }

    /** What a resource points to in this server, each {@code Type/id}. */
    public Set<String> targets(Resource resource) {
        Set<String> targets = new HashSet<>();
        collect(resource, null, targets, new HashSet<>());
        return targets;
    }

    /** What is pointed to and not there; what is named and there is added to a set. */
    private Set<String> hidden(IBaseResource resource, Set<String> named) {
        Set<String> targets = new HashSet<>();
        collect(resource, null, targets, named);
        // what is in the answer is there
        targets.removeAll(named);
        if (!targets.isEmpty()) {
            Set<String> there = visible.apply(targets);
            targets.removeAll(there);
            named.addAll(there);
        }
        return targets;
    }

    private void collect(IBase element, @Nullable IBase parent, Set<String> targets, Set<String> shown) {
        // a contained resource is not what its id may be that of
        if (element instanceof Resource resource && !(parent instanceof DomainResource)) {
            String id = resource.getIdElement().getIdPart();
            if (id != null) {
                shown.add(resource.fhirType() + "/" + id);
            }
        }
        tree.eachChild(element, child -> {
            local.of(element, child).ifPresent(targets::add);
            collect(child, element, targets, shown);
        });
    }
}

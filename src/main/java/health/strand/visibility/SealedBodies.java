package health.strand.visibility;

import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import health.strand.access.DataClass;
import health.strand.vault.Bodies;
import health.strand.vault.BodyName;
import health.strand.vault.Fingerprints;
import java.util.Arrays;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Encrypts the bodies of resources, and the fingerprints of the last ones, on their way into the database and decrypts them on their way out. Hibernate's entities
 * hold them readable, its rows do not; what it remembers of a row is kept readable too, or every row would seem changed.
 */
public final class SealedBodies
        implements PreInsertEventListener,
                PostInsertEventListener,
                PreUpdateEventListener,
                PostUpdateEventListener,
                PreLoadEventListener {

    private static final String TEXT = "myResourceTextVc";
    private static final String TYPE = "myResourceType";
    private static final String VERSION = "myResourceVersion";
    private static final String ROW = "myResourceId";
    private static final String FINGERPRINT = "myHashSha256";

    private final transient Bodies bodies;
    private final transient Fingerprints fingerprints;
    private final transient BodyOwners owners;

    public SealedBodies(Bodies bodies, Fingerprints fingerprints, DataSource requests) {
        this.bodies = bodies;
        this.fingerprints = fingerprints;
        this.owners = new BodyOwners(new Cells(requests));
    }

    /** Called once, before anything is read or written. */
    public void listenTo(SessionFactoryImplementor sessions) {
        EventListenerRegistry events = sessions.getServiceRegistry().requireService(EventListenerRegistry.class);
        events.appendListeners(EventType.PRE_INSERT, this);
        events.appendListeners(EventType.POST_INSERT, this);
        events.appendListeners(EventType.PRE_UPDATE, this);
        events.appendListeners(EventType.POST_UPDATE, this);
        events.appendListeners(EventType.PRE_LOAD, this);
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        seal(event.getEntity(), event.getState(), event.getPersister());
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        seal(event.getEntity(), event.getState(), event.getPersister());
        return false;
    }

    private void seal(Object entity, Object[] state, EntityPersister persister) {
        if (entity instanceof ResourceHistoryTable version) {
            int text = at(persister, TEXT);
            if (state[text] instanceof String body && !body.isEmpty() && !Bodies.isSealed(body)) {
                BodyName name = new BodyName(
                        version.getResourceType(), version.getResourceId().getId(), version.getVersion());
                state[text] =
                        owners.of(version.getPartitionId().getPartitionId()).seal(bodies, body, name);
            }
        }
        if (entity instanceof ResourceTable resource && isAboutPatients(resource)) {
            int fingerprint = at(persister, FINGERPRINT);
            if (state[fingerprint] instanceof String plain) {
                state[fingerprint] = fingerprints.seal(plain, resource.getId().getId());
            }
        }
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        remember(event.getEntity(), event.getState(), event.getPersister());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        remember(event.getEntity(), event.getState(), event.getPersister());
    }

    private static void remember(Object entity, Object[] state, EntityPersister persister) {
        if (entity instanceof ResourceHistoryTable version) {
            state[at(persister, TEXT)] = version.getResourceTextVc();
        }
        if (entity instanceof ResourceTable resource) {
            state[at(persister, FINGERPRINT)] = resource.getHashSha256();
        }
    }

    private static boolean isAboutPatients(ResourceTable resource) {
        Integer cell = resource.getPartitionId() == null
                ? null
                : resource.getPartitionId().getPartitionId();
        return cell != null && (cell & Cells.CLASSES) != DataClass.CONFORMANCE.number();
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        if (event.getEntity() instanceof ResourceHistoryTable) {
            Object[] state = event.getState();
            EntityPersister persister = event.getPersister();
            int text = at(persister, TEXT);
            if (state[text] instanceof String stored) {
                state[text] = open(
                        stored,
                        new BodyName((String) state[at(persister, TYPE)], (Long) state[at(persister, ROW)], (Long)
                                state[at(persister, VERSION)]));
            }
        }
        if (event.getEntity() instanceof ResourceTable && event.getId() instanceof JpaPid row) {
            int fingerprint = at(event.getPersister(), FINGERPRINT);
            if (event.getState()[fingerprint] instanceof String stored) {
                event.getState()[fingerprint] = fingerprints.open(stored, row.getId());
            }
        }
    }

    private String open(String stored, BodyName name) {
        return FilesAside.ofThisThread()
                .map(aside -> bodies.open(stored, name, aside::standIn))
                .orElseGet(() -> bodies.open(stored, name));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static int at(EntityPersister persister, String property) {
        int place = Arrays.asList(persister.getPropertyNames()).indexOf(property);
        if (place < 0) {
            throw new IllegalStateException("HAPI's versions of resources have no `" + property + "`");
        }
        return place;
    }
}

package health.strand.visibility;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Writes rows otherwise than Hibernate's entities hold them. What Hibernate remembers of a row, and compares with later, is
 * what the entity holds, or every row would seem changed.
 */
abstract class SealedRows
        implements PreInsertEventListener, PostInsertEventListener, PreUpdateEventListener, PostUpdateEventListener {

    /** Puts into the state of an entity what is to be written. */
    abstract void seal(Object entity, Object[] state, EntityPersister persister);

    /** Puts back into it what the entity holds. */
    abstract void remember(Object entity, Object[] state, EntityPersister persister);

    /** Called once, before anything is written. */
    public void listenTo(SessionFactoryImplementor sessions) {
        EventListenerRegistry events = registry(sessions);
        events.appendListeners(EventType.PRE_INSERT, this);
        events.appendListeners(EventType.POST_INSERT, this);
        events.appendListeners(EventType.PRE_UPDATE, this);
        events.appendListeners(EventType.POST_UPDATE, this);
    }

    static EventListenerRegistry registry(SessionFactoryImplementor sessions) {
        return sessions.getServiceRegistry().requireService(EventListenerRegistry.class);
    }

    @Override
    public final boolean onPreInsert(PreInsertEvent event) {
        seal(event.getEntity(), event.getState(), event.getPersister());
        return false;
    }

    @Override
    public final boolean onPreUpdate(PreUpdateEvent event) {
        seal(event.getEntity(), event.getState(), event.getPersister());
        return false;
    }

    @Override
    public final void onPostInsert(PostInsertEvent event) {
        remember(event.getEntity(), event.getState(), event.getPersister());
    }

    @Override
    public final void onPostUpdate(PostUpdateEvent event) {
        remember(event.getEntity(), event.getState(), event.getPersister());
    }

    @Override
    public final boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}

package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Entities of the current organization, for what is edited one at a time. The views hide every other organization's rows. */
@ApplicationScoped
public class Entities {

    @PersistenceContext(unitName = "crm")
    EntityManager entityManager;

    /** The entity with this id in the current organization, if there is one. Lock its row first where others may change it. */
    public <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(entityManager.find(type, id));
    }

    /**
     * The entity whose row this transaction has locked.
     *
     * @throws IllegalStateException when it is not there: a bug of the tool
     */
    public <T> T locked(Class<T> type, UUID id) {
        return find(type, id).orElseThrow(() -> new IllegalStateException("a locked row is gone: " + type + " " + id));
    }

    /** Adds a new entity and writes it at once, so that SQL that follows sees it. */
    public void add(Object entity) {
        entityManager.persist(entity);
        entityManager.flush();
    }

    /** Writes what was changed on found entities, so that SQL that follows sees it. */
    public void flush() {
        entityManager.flush();
    }
}

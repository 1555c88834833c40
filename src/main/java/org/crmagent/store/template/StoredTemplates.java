package org.crmagent.store.template;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.Template;
import org.crmagent.model.TemplateContent;
import org.crmagent.model.TemplateStatus;
import org.crmagent.store.Entities;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** The stored templates of one kind: how they are read and written, whatever they hold. */
public abstract class StoredTemplates<C extends TemplateContent> {

    private static final String READ = """
            select id, name, description, status, version, created_at, updated_at, %4$s
            from %1$s
            where organization_id = :organizationId and id = any (:ids::uuid[])
            """;

    private static final String LOCK =
            "select id from %1$s where organization_id = :organizationId and id = :id for no key update";

    /** Makes the entity of a new template. */
    public interface Maker<C extends TemplateContent> {
        /** The entity, not added yet. */
        Template<C> make(UUID organizationId, UUID id, C content, TemplateStatus status, Instant now);
    }

    private final TemplateKind kind;
    private final String columns;
    private final Row.Mapper<C> reader;
    private final Class<? extends Template<C>> type;
    private final Maker<C> maker;

    @Inject
    protected Sql sql;

    @Inject
    Entities entities;

    @Inject
    Source source;

    @Inject
    TemplateNames names;

    @Inject
    AttachedCampaigns attached;

    /**
     * A kind.
     *
     * @param columns those that its content has beside name and description, as SQL
     * @param reader makes the content of a row
     */
    protected StoredTemplates(
            TemplateKind kind,
            String columns,
            Row.Mapper<C> reader,
            Class<? extends Template<C>> type,
            Maker<C> maker) {
        this.kind = kind;
        this.columns = columns;
        this.reader = reader;
        this.type = type;
        this.maker = maker;
    }

    /** In the words of messages, of SQL and of the tools. */
    public TemplateKind kind() {
        return kind;
    }

    /**
     * The template that a tool shows or acts on.
     *
     * @throws Refusal {@code not_found}
     */
    public StoredTemplate<C> get(UUID id) {
        return get(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(kind.what(), "/templateId", id));
    }

    /** Those of these templates that exist, in any order. */
    public List<StoredTemplate<C>> get(List<UUID> ids) {
        return sql.of(kind.sql(READ, "", columns)).set("ids", ids).list(this::stored);
    }

    /**
     * Locks a template for a change.
     *
     * @throws Refusal {@code not_found}, or {@code version_conflict} where the call expects another version
     */
    public StoredTemplate<C> lock(UUID id, Call call) {
        sql.of(kind.sql(LOCK)).set("id", id).each(row -> {});
        StoredTemplate<C> stored = get(id);
        call.checkVersion(stored.version(), kind.show(id));
        return stored;
    }

    /**
     * Adds a new template.
     *
     * @param status null: a draft
     * @throws Refusal {@code duplicate_name}
     */
    public StoredTemplate<C> create(C content, @Nullable NewTemplateStatus status, Call call) {
        names.check(kind, content.name(), null);
        return get(add(content, content.name(), status, call));
    }

    /** Adds one whose name is known to be free. */
    protected UUID add(C content, String name, @Nullable NewTemplateStatus status, Call call) {
        UUID id = source.newId();
        TemplateStatus first = status == null ? TemplateStatus.DRAFT : status.status();
        Template<C> template = maker.make(call.organizationId(), id, content, first, call.now());
        template.rename(name);
        entities.add(template);
        return id;
    }

    /**
     * Writes other words and another status to a locked template, which is then to be {@link #touch touched} if anything
     * differs.
     *
     * @param status null keeps it
     * @throws Refusal {@code invalid_state} against the life cycle, {@code validation_failed} for too much content, {@code
     *     duplicate_name}
     */
    public StoredTemplate<C> write(StoredTemplate<C> before, C content, @Nullable TemplateStatus status) {
        TemplateStatus next = status == null ? before.status() : status;
        LifeCycle.check(kind.what(), before.status(), next, before.status().next());
        if (before.status() == TemplateStatus.PUBLISHED && next != TemplateStatus.PUBLISHED) {
            attached.refuseInUse(kind, before.id());
        }
        Violations tooLarge = new Violations();
        content.checkSize("", tooLarge);
        tooLarge.refuse(ErrorCode.VALIDATION_FAILED, "Together with what is stored the template would be too large.");
        if (next != TemplateStatus.ARCHIVED) {
            names.check(kind, content.name(), before.id());
        }
        Template<C> template = entities.locked(type, before.id());
        template.write(content);
        template.become(next);
        entities.flush();
        return get(before.id());
    }

    /** Gives a locked template other words, which are known to be a change. */
    protected void replace(UUID id, C content, Instant now) {
        Template<C> template = entities.locked(type, id);
        template.write(content);
        template.touch(now);
        entities.flush();
    }

    /** Counts a change that was written. */
    public StoredTemplate<C> touch(UUID id, Instant now) {
        entities.locked(type, id).touch(now);
        entities.flush();
        return get(id);
    }

    private StoredTemplate<C> stored(Row row) {
        return new StoredTemplate<>(
                row.uuid("id"),
                reader.map(row),
                row.constant("status", TemplateStatus.class),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}

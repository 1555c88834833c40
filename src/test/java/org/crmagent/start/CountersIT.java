package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.run;
import static org.crmagent.start.MigratedDatabase.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counters that triggers keep equal what a count of the rows gives. */
class CountersIT {
    private Connection owner;
    private Tenant tenant;

    @BeforeEach
    void load() throws SQLException {
        owner = MigratedDatabase.owner();
        tenant = Tenant.load(owner);
        run(
                owner,
                "insert into app_user (organization_id, email, full_name, role) select ?, i || '@example.fr', 'A' || i, 'agent'"
                        + " from generate_series(1, 3) i",
                tenant.organization());
        run(
                owner,
                "insert into campaign (organization_id, name) select ?, 'C' || i from generate_series(1, 3) i",
                tenant.organization());
    }

    @AfterEach
    void delete() throws SQLException {
        run(owner, "delete from organization where id = ?", tenant.organization());
        assertEquals("0", value(owner, "select coalesce(sum(contacts), 0) from campaign_contact_count"));
        assertEquals("0", value(owner, "select coalesce(sum(contacts), 0) from contact_count"));
        owner.close();
    }

    @Test
    void equalACountAfterRandomChanges() throws SQLException {
        change(owner, new Random(1), 100);
        assertNotEquals(
                0,
                run(owner, "delete from contact where organization_id = ? and random() < 0.3", tenant.organization()));
        change(owner, new Random(2), 50);
        assertNotEquals("0", value(owner, "select sum(contacts) from campaign_contact_count"));
        String kept = counters();
        assertEquals(counted(), kept);
        run(owner, "select crm_recount()");
        assertEquals(kept, counters());
    }

    @Test
    void equalACountAfterConcurrentChanges() throws Exception {
        var workers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int seed = 3; seed < 7; seed++) {
                var random = new Random(seed);
                work.add(() -> {
                    try (Connection connection = MigratedDatabase.owner()) {
                        change(connection, random, 60);
                    }
                    return null;
                });
            }
            for (var done : workers.invokeAll(work)) {
                done.get();
            }
        } finally {
            workers.shutdown();
        }
        assertEquals(counted(), counters());
    }

    @Test
    void areEmptyAfterTruncation() throws SQLException {
        owner.setAutoCommit(false);
        run(owner, "truncate contact cascade");
        assertEquals("", counters());
        owner.rollback();
        owner.setAutoCommit(true);
    }

    @Test
    void areRepairedByARecount() throws SQLException {
        run(owner, "update campaign_contact_count set contacts = contacts + 7");
        run(owner, "update campaign_outcome_count set contacts = contacts + 7");
        run(owner, "update contact_count set contacts = 7, do_not_call = 7");
        run(owner, "select crm_recount()");
        assertEquals(counted(), counters());
    }

    /** Statements of one transaction each; what locks several rows does so in key order, so none may end in a deadlock. */
    private static final String SOME = " and (campaign_id, contact_id) in"
            + " (select campaign_id, contact_id from campaign_contact where random() < 0.2 order by 1, 2 for update)";

    private static final List<String> CHANGES = List.of(
            "insert into contact (organization_id, phone_e164, do_not_call)"
                    + " select ?, case when random() < 0.5 then '+33612345678' end, random() < 0.2 from generate_series(1, 5)",
            "update contact set do_not_call = random() < 0.3, phone_e164 = nullif(phone_e164, '+33612345678')"
                    + " where organization_id = ? and id in"
                    + " (select id from contact where random() < 0.2 order by id for no key update)",
            "insert into campaign_contact (organization_id, campaign_id, contact_id)"
                    + " select c.organization_id, c.id, k.id from campaign c join contact k using (organization_id)"
                    + " where c.organization_id = ? and random() < 0.2 order by c.id, k.id on conflict do nothing",
            "update campaign_contact set state = (array['to_call', 'in_progress', 'qualified', 'closed'])[1 + random() * 3],"
                    + " last_outcome = (array['busy', 'answered', null])[1 + random() * 2] where organization_id = ?"
                    + SOME,
            "update campaign_contact k set assigned_agent_id = (select id from app_user"
                    + " where organization_id = k.organization_id order by random() limit 1) where organization_id = ?"
                    + SOME,
            "update campaign_contact set attempts = attempts + 1 where organization_id = ?" + SOME,
            "delete from campaign_contact where organization_id = ?" + SOME,
            "delete from campaign_contact where organization_id = ? and false");

    private void change(Connection connection, Random random, int steps) throws SQLException {
        for (int step = 0; step < steps; step++) {
            run(connection, CHANGES.get(random.nextInt(CHANGES.size())), tenant.organization());
        }
    }

    private String counters() throws SQLException {
        return value(owner, """
                select concat_ws(';',
                    (select string_agg(concat_ws(',', campaign_id, state, coalesce(assigned_agent_id::text, '-'), contacts), ' '
                        order by campaign_id, state, assigned_agent_id)
                     from campaign_contact_count where organization_id = i.id and contacts <> 0),
                    (select string_agg(concat_ws(',', campaign_id, coalesce(last_outcome, '-'), contacts), ' '
                        order by campaign_id, last_outcome)
                     from campaign_outcome_count where organization_id = i.id and contacts <> 0),
                    (select concat_ws(',', contacts, do_not_call, without_phone) from contact_count where organization_id = i.id))
                from (select ?::uuid as id) i
                """, tenant.organization());
    }

    private String counted() throws SQLException {
        return value(owner, """
                select concat_ws(';',
                    (select string_agg(concat_ws(',', campaign_id, state, coalesce(assigned_agent_id::text, '-'), n), ' '
                        order by campaign_id, state, assigned_agent_id)
                     from (select campaign_id, state, assigned_agent_id, count(*) as n from campaign_contact
                           where organization_id = i.id group by 1, 2, 3) c),
                    (select string_agg(concat_ws(',', campaign_id, coalesce(last_outcome, '-'), n), ' '
                        order by campaign_id, last_outcome)
                     from (select campaign_id, last_outcome, count(*) as n from campaign_contact
                           where organization_id = i.id group by 1, 2) c),
                    (select concat_ws(',', count(*), count(*) filter (where do_not_call), count(*) - count(phone_e164))
                     from contact where organization_id = i.id))
                from (select ?::uuid as id) i
                """, tenant.organization());
    }
}

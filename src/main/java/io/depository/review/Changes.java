package io.depository.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells whether anything that staff look at has changed since they looked. */
@Repository
public class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another text whenever something came, was decided, was told or failed. A few looks at the ends of indexes. */
    public String stamp() {
        return jdbc.sql("""
                        select concat_ws(' ',
                            (select size from head),
                            (select max(receipt_id) from work),
                            (select max(receipt_id) from work where state = 'under-review'),
                            (select count(*) from (select from work where state = 'quarantined' limit 1000) q),
                            (select count(*) from (select from work where state = 'under-review' limit 1000) r),
                            (select max(id) from decision),
                            (select max(id) from delivery where state = 'sent'),
                            (select count(*) from (select from delivery where state = 'due' limit 1000) d),
                            (select count(*) from (select from delivery where state = 'failed' limit 1000) f),
                            (select max(id) from audit))""").query(String.class).single();
    }
}

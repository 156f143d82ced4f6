package io.depository.staff;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms that staff sent: each showing of a form has a token, and of those who send it twice only the first is obeyed. */
@Repository
public class Submissions {

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the token, at once and for ever, whatever becomes of what the form asks for.
     *
     * @return whether nobody had sent it before
     */
    public boolean isFirst(UUID token, String who) {
        return jdbc.sql("insert into submission (token, who) values (?, ?) on conflict do nothing")
                        .params(token, who)
                        .update()
                == 1;
    }
}

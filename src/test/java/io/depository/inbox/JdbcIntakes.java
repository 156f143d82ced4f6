package io.depository.inbox;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Gives tests of other rooms the real inbox. */
public final class JdbcIntakes {

    private JdbcIntakes() {}

    public static Intake over(DataSource database, Wake wake) {
        return new JdbcIntake(new JdbcTemplate(database), new DataSourceTransactionManager(database), wake);
    }
}

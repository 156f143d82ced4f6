package io.depository.register.jdbc;

import io.depository.register.AgreementStore;
import io.depository.register.tree.Hashing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registered agreement files in PostgreSQL. */
@Component
final class JdbcAgreementStore implements AgreementStore {

    private final JdbcClient database;

    JdbcAgreementStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<RegisteredAgreement> find(byte[] digest) {
        return database.sql("select * from agreement where digest = ?")
                .param(digest)
                .query((row, number) -> agreement(row))
                .optional();
    }

    @Override
    public List<RegisteredAgreement> list() {
        return database.sql("select * from agreement order by entry")
                .query((row, number) -> agreement(row))
                .list();
    }

    @Override
    public void add(String id, byte[] content, long entry) {
        database.sql("insert into agreement (digest, id, content, entry) values (?, ?, ?, ?)")
                .param(Hashing.sha256().digest(content))
                .param(id)
                .param(content)
                .param(entry)
                .update();
    }

    private static RegisteredAgreement agreement(ResultSet row) throws SQLException {
        return new RegisteredAgreement(
                row.getBytes("digest"), row.getString("id"), row.getBytes("content"), row.getLong("entry"));
    }
}

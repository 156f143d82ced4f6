package io.depository.house.bad.treaty;

class AsksSql {
    void close(java.sql.Connection connection) throws java.sql.SQLException {
        connection.close();
    }
}

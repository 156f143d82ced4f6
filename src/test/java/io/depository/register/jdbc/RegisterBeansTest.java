package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.AgreementStore;
import io.depository.register.FactStore;
import io.depository.register.LogIdentity;
import io.depository.register.Register;
import io.depository.register.RegisterReader;
import io.depository.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterBeansTest {

    @TempDir
    Path folder;

    @Test
    void needTheDatabaseAndTheLogsIdentityOnly() {
        try (HikariDataSource source = TestDatabase.fresh().asApplication();
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            JdbcTemplate template = new JdbcTemplate(source);
            context.registerBean(JdbcTemplate.class, () -> template);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(template));
            context.registerBean(
                    LogIdentity.class,
                    () -> new LogIdentity(
                            "cis-executive-committee",
                            folder.resolve("log.pem"),
                            null,
                            folder.resolve("checkpoint.txt")));
            context.scan("io.depository.register");
            context.refresh();
            assertThat(context.getBean(RegisterReader.class).verifierKey()).startsWith("cis-executive-committee+");
            assertThat(context.getBean(Register.class)).isNotNull();
            assertThat(context.getBean(FactStore.class)).isNotNull();
            assertThat(context.getBean(AgreementStore.class)).isNotNull();
            assertThat(folder.resolve("log.pem")).exists();
        }
    }
}

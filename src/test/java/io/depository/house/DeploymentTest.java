package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.depository.configuration.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is deployed to what the application reads. No engine is asked: the files must agree with each other. */
class DeploymentTest {

    private static final Path DOCKER = Path.of("src/main/docker");

    private final ComposeFile compose = ComposeFile.read();
    private final KnownProperties known = new KnownProperties();

    @Test
    void theComposeFileHasTheFormThatWeUse() throws IOException {
        assertThat(composeSchema().validate(compose.tree())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image: postgres:18       | image: postgres:latest   | /services/postgres/image
            restart: unless-stopped  | restart: sometimes       | restart
            file: ./secrets/log-key  | file: ./log-key          | /secrets/log-key.pem/file
            stop_grace_period: 45s   | stop_grace_period: soon  | stop_grace_period
            condition: service_heal  | condition: service_weal  | condition
            interval: 5s             | intervall: 5s            | intervall
            """)
    void theFormIsStrict(String part, String replacement, String where) throws IOException {
        String bad = compose.text().replace(part, replacement);
        assertThat(bad).isNotEqualTo(compose.text());
        assertThat(composeSchema().validate(bad, InputFormat.YAML).toString()).contains(where);
    }

    @Test
    void everyVariableOfTheApplicationIsAPropertyOfIt() {
        assertThat(compose.environment("depository").keySet()).isNotEmpty().allMatch(known::hasVariable);
    }

    @Test
    void everySecretOfTheApplicationIsAPropertyOfItOrAFileThatOneNames() {
        Map<String, String> environment = compose.environment("depository");
        assertThat(compose.secretFiles("depository"))
                .isNotEmpty()
                .allMatch(file -> known.has(file) || environment.containsValue("/run/secrets/" + file));
    }

    @Test
    void theSettingsBindAsTheComposeFileGivesThem() {
        Settings settings =
                binder().bind("depository", Bindable.of(Settings.class)).get();
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Minsk"));
        assertThat(settings.clockOffset()).isEqualTo(Period.ZERO);
        assertThat(settings.acceptAgreements()).isEmpty();
        assertThat(settings.drop()).isEqualTo(Path.of("/var/lib/depository/drop"));
        assertThat(settings.logKey()).isEqualTo(Path.of("/run/secrets/log-key.pem"));
        assertThat(settings.broker()).isEqualTo(new Settings.Broker("tcp://artemis:61616", "depository", "secret"));
        assertThat(settings.mail().imap()).isEqualTo("imaps://example.org:993");
        assertThat(settings.mail().smtp()).isEqualTo("smtps://example.org:465");
        assertThat(settings.mail().tls()).isTrue();
        assertThat(settings.mail().trust()).isEqualTo(Path.of("/run/secrets/mail-tls-cert.pem"));
        assertThat(settings.mail().password()).isEqualTo("secret");
        assertThat(settings.verifiers()).isEqualTo(new Settings.Verifiers(false, "", Set.of(), Duration.ofSeconds(10)));
    }

    @Test
    void everySettingIsSetByTheComposeFileExceptThoseOfLocalModeAlone() {
        Set<String> unset = new TreeSet<>();
        for (String setting : KnownProperties.settings("depository", Settings.class)) {
            if (binder().bind(setting, Bindable.of(String.class)).isBound()) {
                continue;
            }
            unset.add(setting);
        }
        assertThat(unset).containsExactly("depository.clock-offset");
    }

    @Test
    void everySecretIsDeclaredAndUsedAndMade() throws IOException {
        Set<String> declared = new TreeSet<>(compose.tree().path("secrets").propertyNames());
        assertThat(compose.usedSecrets()).isEqualTo(declared);
        String maker = Files.readString(DOCKER.resolve("make-secrets"));
        assertThat(declared).allSatisfy(secret -> assertThat(maker).contains(secret));
    }

    @Test
    void everyMountedFileIsInTheProjectAndEveryVolumeDeclared() {
        Set<String> volumes = Set.copyOf(compose.tree().path("volumes").propertyNames());
        Set<String> ofTheDeployment = Set.of("./agreements", "./directory.yaml", "./revocation-lists");
        assertThat(compose.mounted())
                .allMatch(source -> volumes.contains(source)
                        || ofTheDeployment.contains(source)
                        || source.startsWith("./") && Files.exists(Path.of(source)));
        assertThat(compose.mounted()).containsAll(volumes);
    }

    @Test
    void everyVariableOfADeploymentIsDescribed() throws IOException {
        String guide = Files.readString(Path.of("docs/deployment/README.md"));
        assertThat(compose.variables()).allSatisfy(variable -> assertThat(guide).contains("| `" + variable + "` |"));
    }

    @Test
    void everyBuiltImageIsAStageOfTheDockerfile() throws IOException {
        String dockerfile = Files.readString(Path.of("Dockerfile"));
        assertThat(compose.tree().path("services"))
                .filteredOn(service -> service.has("build"))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(dockerfile)
                        .contains(" AS " + service.path("build").path("target").asString() + "\n"));
    }

    @Test
    void nothingOfTheDemoIsDeployed() throws IOException {
        for (String file : Set.of("Dockerfile", "docker-compose.yml", "src/main/resources/application.yml")) {
            assertThat(Files.readString(Path.of(file)).toLowerCase(java.util.Locale.ROOT))
                    .as(file)
                    .doesNotContain("demo", "greenmail", "embedded", "src/test");
        }
    }

    @Test
    void everyKeyOfTheApplicationsConfigurationIsAKnownProperty() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/application.yml"));
        assertThat(yaml.getObject().stringPropertyNames()).isNotEmpty().allMatch(known::has);
    }

    @Test
    void theDashboardAsksForMetricsThatTheAlertsKnowToo() throws IOException {
        String dashboard = Files.readString(DOCKER.resolve("grafana/dashboards/depository.json"));
        assertThat(new JsonMapper().readTree(dashboard).path("panels")).hasSizeGreaterThan(4);
        for (String metric : Set.of("depository_inbox_receipts", "depository_outbox_deliveries")) {
            assertThat(dashboard).contains(metric);
            assertThat(Files.readString(DOCKER.resolve("prometheus/alerts.yml")))
                    .contains(metric);
        }
    }

    private Binder binder() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new TreeMap<>(compose.environment("depository"))));
        Map<String, Object> secrets =
                compose.secretFiles("depository").stream().collect(Collectors.toMap(file -> file, file -> "secret"));
        environment.getPropertySources().addLast(new MapPropertySource("secrets", secrets));
        return new Binder(ConfigurationPropertySources.from(environment.getPropertySources()));
    }

    private static Schema composeSchema() throws IOException {
        try (InputStream schema =
                DeploymentTest.class.getClassLoader().getResourceAsStream("house/compose.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        }
    }
}

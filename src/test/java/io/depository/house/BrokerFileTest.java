package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the broker's file as the broker does, and holds it to what must be impossible for a party. */
class BrokerFileTest {

    private static final Path FOLDER = Path.of("src/main/docker/artemis");
    private static final Set<String> SEED = Set.of("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ");

    private static Configuration broker;

    @BeforeAll
    static void parse() throws Exception {
        String plugin = "<broker-plugin class-name=\"io.depository.broker.IngressGuard\"/>";
        String xml = Files.readString(FOLDER.resolve("broker.xml"));
        assertThat(xml).contains(plugin);
        // The plugin's own tests start it in a broker; parsing would want to load it here.
        Path file = Files.createTempFile("broker", ".xml");
        Files.writeString(file, xml.replace(plugin, ""));
        try (var stream = Files.newInputStream(file)) {
            FileConfigurationParser parser = new FileConfigurationParser();
            parser.setValidateAIO(false);
            broker = parser.parseMainConfig(stream);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void stampsAccountAndTimeAndLosesNothing() {
        AddressSettings settings = broker.getAddressSettings().get("#");
        assertThat(broker.isPopulateValidatedUser()).isTrue();
        assertThat(broker.isSecurityEnabled()).isTrue();
        assertThat(broker.getAuthorizationCacheSize()).isZero();
        assertThat(broker.isJournalDatasync()).isTrue();
        assertThat(broker.isJournalSyncTransactional()).isTrue();
        assertThat(broker.isJournalSyncNonTransactional()).isTrue();
        assertThat(settings.isEnableIngressTimestamp()).isTrue();
        assertThat(settings.getMaxDeliveryAttempts()).isEqualTo(-1);
        assertThat(settings.isNoExpiry()).isTrue();
        assertThat(settings.getDeadLetterAddress().toString()).isEqualTo("dead-letters");
        assertThat(settings.getExpiryAddress().toString()).isEqualTo("expired");
        assertThat(settings.isAutoCreateAddresses()).isFalse();
        assertThat(settings.isAutoCreateQueues()).isFalse();
    }

    @Test
    void givesEachPartyItsTwoQueuesAndNothingElse() {
        Set<String> queues = broker.getAddressConfigurations().stream()
                .map(CoreAddressConfiguration::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(queues).hasSize(2 + 2 * SEED.size()).contains("dead-letters", "expired");
        for (String party : SEED) {
            String account = party.toLowerCase(java.util.Locale.ROOT);
            assertThat(queues).contains("notifications." + party, "correspondence." + party);
            assertThat(rights("notifications." + party)).isEqualTo(Map.of(account, "s", "depository", "cb"));
            assertThat(rights("correspondence." + party)).isEqualTo(Map.of(account, "cb", "depository", "s"));
        }
        assertThat(broker.getSecurityRoles()).hasSize(1 + 2 * SEED.size());
        assertThat(broker.getSecurityRoles().get("#")).isEmpty();
    }

    @Test
    void speaksToPartiesOverTlsOnly() {
        assertThat(broker.getAcceptorConfigurations()).hasSize(2).anySatisfy(acceptor -> {
            assertThat(acceptor.getName()).isEqualTo("parties");
            assertThat(acceptor.getCombinedParams()).containsEntry("sslEnabled", "true");
            assertThat(acceptor.getCombinedParams()).containsEntry("protocols", "CORE,AMQP");
            assertThat(acceptor.getCombinedParams()).containsEntry("needClientAuth", "true");
            assertThat(acceptor.getCombinedParams()).containsEntry("securityDomain", "parties");
        });
        assertThat(ComposeFile.read().service("artemis").path("ports"))
                .hasSize(1)
                .allMatch(port -> port.asString().endsWith(":5671"));
    }

    @Test
    void knowsARoleForEveryAccount() throws Exception {
        Properties roles = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("artemis-roles.properties"))) {
            roles.load(reader);
        }
        Set<String> expected = SEED.stream()
                .map(party -> party.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        expected.add("depository");
        assertThat(roles.stringPropertyNames())
                .isEqualTo(expected)
                .allMatch(role -> roles.getProperty(role).equals(role));
        String maker = Files.readString(FOLDER.resolveSibling("make-secrets"));
        assertThat(expected).allSatisfy(account -> assertThat(maker).contains(account));
        assertThat(maker).contains("$party = CN=$party").doesNotContain("$party = $(openssl rand");
    }

    /** Role to rights: s(end), c(onsume), b(rowse), and x for any right more. */
    private static Map<String, String> rights(String address) {
        Map<String, String> rights = new TreeMap<>();
        for (Role role : broker.getSecurityRoles().get(address)) {
            boolean more = role.isManage()
                    || role.isCreateAddress()
                    || role.isDeleteAddress()
                    || role.isCreateDurableQueue()
                    || role.isDeleteDurableQueue()
                    || role.isCreateNonDurableQueue()
                    || role.isDeleteNonDurableQueue();
            rights.merge(
                    role.getName(),
                    (role.isSend() ? "s" : "")
                            + (role.isConsume() ? "c" : "")
                            + (role.isBrowse() ? "b" : "")
                            + (more ? "x" : ""),
                    String::concat);
        }
        return rights;
    }
}

package io.depository.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.depository.parties.Channel;
import io.depository.parties.Registration;
import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.IllegalTransactionStateException;

class JdbcOutboxTest {

    private static final String[] ELEVEN = {"AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ"};

    private final TestOutbox house = TestOutbox.fresh();

    @AfterEach
    void leave() {
        house.close();
    }

    @Test
    void refusesToWorkOutsideTheCallersTransaction() {
        List<Letter> letters = List.of(TestOutbox.acknowledgement("a-1", "KG"));
        assertThatThrownBy(() -> house.outbox.keep(letters)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> house.outbox.answer(List.of())).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsTheBytesAndPutsAnAnswerDownUnderAStableWireId() {
        house.acknowledge("a-1", "KG", Channel.JMS, 7);
        assertThat(house.jdbc.sql("select body from letter").query(byte[].class).single())
                .isEqualTo(TestOutbox.acknowledgement("a-1", "KG").body());
        assertThat(house.jdbc
                        .sql("select wire_id from delivery")
                        .query(String.class)
                        .list())
                .containsExactly("a-1-7-KG-jms");
    }

    @Test
    void answersARepeatWithTheSameLetterAndEachArrivalOnce() {
        house.acknowledge("a-1", "KG", Channel.JMS, 7);
        Answer repeat = new Answer("a-1", 8, new PartyCode("KG"), Channel.FILE, "KG", "note.json");
        house.inTransaction(() -> house.outbox.answer(List.of(repeat)));
        house.inTransaction(() -> house.outbox.answer(List.of(repeat)));
        assertThat(house.jdbc
                        .sql("select wire_id from delivery order by id")
                        .query(String.class)
                        .list())
                .containsExactly("a-1-7-KG-jms", "a-1-8-KG-file");
    }

    @Test
    void refusesALetterWhoseIdCouldNotBePartOfAFileName() {
        List<Letter> letters = List.of(TestOutbox.acknowledgement("../a", "KG"));
        assertThatThrownBy(() -> house.inTransaction(() -> house.outbox.keep(letters)))
                .hasMessageContaining("../a");
    }

    @Test
    void forgetsWhatTheCallerRollsBack() {
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    house.outbox.keep(List.of(TestOutbox.circularLetter("c-1", "2026/1", ELEVEN)));
                    throw new IllegalStateException("the decision fails");
                }))
                .hasMessage("the decision fails");
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isZero();
    }

    @Test
    void addressesACircularToElevenStatesOnThreeChannelsOnceOnly() {
        house.circular("c-1", "2026/1", ELEVEN);
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isEqualTo(1);
        assertThat(house.letters(Deliveries.State.DUE)).hasSize(33).containsOnly("c-1");

        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isZero();
        house.jdbc.sql("update fan_out set done_at = null").update();
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isEqualTo(1);
        assertThat(house.letters(Deliveries.State.DUE)).hasSize(33);
    }

    @Test
    void addressesCircularsInTheOrderOfTheirIssueAndInBatches() {
        house.circular("z-first", "2026/1", "KG");
        house.circular("a-second", "2026/2", "KG");
        house.circular("m-third", "2026/3", "KG");
        assertThat(house.fanOuts.spread(2, JdbcOutboxTest::jmsOnly)).isEqualTo(2);
        assertThat(house.fanOuts.spread(2, JdbcOutboxTest::jmsOnly)).isEqualTo(1);
        assertThat(house.letters(Deliveries.State.DUE)).containsExactly("z-first", "a-second", "m-third");
    }

    @Test
    void writesDownThatARecipientHasNoChannelAndTellsItWhenItHas() {
        house.circular("c-1", "2026/1", "KG", "MD");
        house.circular("c-2", "2026/2", "KG", "MD");
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::allButMoldova)).isEqualTo(2);

        List<Deliveries.Line> waiting = house.deliveries.list(Deliveries.State.NO_CHANNEL, 0, 10);
        assertThat(waiting).extracting(Deliveries.Line::letter).containsExactly("c-1", "c-2");
        assertThat(waiting).allMatch(line -> line.party().value().equals("MD") && line.channel() == null);
        assertThat(house.deliveries.figures().withoutChannel()).isEqualTo(2);
        assertThat(house.letters(Deliveries.State.DUE)).containsExactly("c-1", "c-2");
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::allButMoldova)).isZero();

        house.circular("c-3", "2026/3", "MD");
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isEqualTo(3);
        assertThat(house.deliveries.figures().withoutChannel()).isZero();
        for (Channel channel : List.of(Channel.JMS, Channel.FILE, Channel.MAIL)) {
            assertThat(house.lanes
                            .claim(channel, new Appetite(9, 99, Duration.ofMinutes(1)))
                            .loads())
                    .filteredOn(load -> load.party().value().equals("MD"))
                    .flatMap(Claim.Load::deliveries)
                    .extracting(Delivery::wireId)
                    .as(channel.wireName())
                    .containsExactly(
                            "c-1-0-MD-" + channel.wireName(),
                            "c-2-0-MD-" + channel.wireName(),
                            "c-3-0-MD-" + channel.wireName());
        }
        assertThat(house.fanOuts.spread(10, JdbcOutboxTest::threeChannels)).isZero();
    }

    @Test
    void warnsOnceOfAStateWithoutChannel() {
        Logger logger = (Logger) LoggerFactory.getLogger(WithoutChannel.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        logger.addAppender(told);
        for (int number = 1; number <= 3; number++) {
            house.circular("c-" + number, "2026/" + number, "KG", "MD");
            house.fanOuts.spread(10, JdbcOutboxTest::allButMoldova);
        }
        logger.detachAppender(told);

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("No channel is registered for MD:");
    }

    @Test
    void leavesNothingHalfDoneWhenAddressingFails() {
        house.circular("c-1", "2026/1", ELEVEN);
        assertThatThrownBy(() -> house.fanOuts.spread(10, party -> {
                    if (party.value().equals("UZ")) {
                        throw new IllegalStateException("killed between two recipients");
                    }
                    return threeChannels(party);
                }))
                .hasMessage("killed between two recipients");
        assertThat(house.letters(Deliveries.State.DUE)).isEmpty();
        house.fanOuts.spread(10, JdbcOutboxTest::threeChannels);
        assertThat(house.letters(Deliveries.State.DUE)).hasSize(33);
    }

    @Test
    void pagesThroughTheRegisterOfDeliveries() {
        house.acknowledgeMany("a-", "KG", Channel.JMS, 5);
        List<Deliveries.Line> first = house.deliveries.list(null, 0, 3);
        List<Deliveries.Line> second =
                house.deliveries.list(Deliveries.State.DUE, first.get(2).id(), 3);
        assertThat(first).extracting(Deliveries.Line::letter).containsExactly("a-0", "a-1", "a-2");
        assertThat(second).extracting(Deliveries.Line::letter).containsExactly("a-3", "a-4");
        assertThat(house.deliveries.figures().due()).isEqualTo(5);
        assertThat(house.deliveries.figures().oldestDue())
                .isEqualTo(first.get(0).createdAt());
    }

    private static List<Registration> threeChannels(PartyCode party) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.DRY_RUN)
                .map(channel -> new Registration(party, channel, party.value()))
                .toList();
    }

    private static List<Registration> allButMoldova(PartyCode party) {
        return party.value().equals("MD") ? List.of() : jmsOnly(party);
    }

    private static List<Registration> jmsOnly(PartyCode party) {
        return List.of(new Registration(party, Channel.JMS, party.value()));
    }
}

package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox in PostgreSQL: a batch of letters costs one or two statements, its answers one more. */
@Repository
class JdbcOutbox implements Outbox {

    /** Ids end up in file names and Message-IDs; ours need nothing that would have to be escaped there. */
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final JdbcClient jdbc;
    private final TransactionTemplate callers;

    JdbcOutbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.callers = new TransactionTemplate(transactions);
        this.callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public void keep(List<Letter> letters) {
        letters.forEach(JdbcOutbox::requireSafeId);
        callers.executeWithoutResult(transaction -> {
            if (!letters.isEmpty()) {
                insert(letters);
            }
            List<Letter> circulars = letters.stream()
                    .filter(letter -> letter.type() == Letter.Type.CIRCULAR)
                    .toList();
            if (!circulars.isEmpty()) {
                putDownForFanOut(circulars);
            }
        });
    }

    @Override
    public boolean hasCircular(long entry) {
        return jdbc.sql("select exists (select from letter where type = 'circular' and entry = ?)")
                .param(entry)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void answer(List<Answer> answers) {
        callers.executeWithoutResult(transaction -> {
            if (!answers.isEmpty()) {
                putDownForDelivery(answers);
            }
        });
    }

    @Override
    public void bounced(String messageId, String reason) {
        String wireId = messageId.substring(1, Math.max(1, messageId.indexOf('@')));
        callers.executeWithoutResult(transaction ->
                jdbc.sql("""
                        with back as (
                            update delivery set state = 'bounced', attempts = attempts + 1
                            where wire_id = ? and channel = 'mail' and state = 'sent'
                            returning id, attempts)
                        insert into attempt (delivery_id, number, outcome, answer)
                        select id, attempts, 'bounced', ? from back
                        """).param(wireId).param(Attempt.printable(reason)).update());
    }

    private static void requireSafeId(Letter letter) {
        if (!SAFE_ID.matcher(letter.id()).matches()) {
            throw new IllegalArgumentException("A letter's id must be safe in a file name: " + letter.id());
        }
    }

    private void insert(List<Letter> letters) {
        jdbc.sql("""
                        insert into letter (id, type, kind, number, agreement, party, reference, entry, body, issued_at)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::bigint[], ?::bytea[], ?::timestamptz[])
                        """)
                .param(texts(letters, Letter::id))
                .param(texts(letters, letter -> letter.type().wireName()))
                .param(texts(letters, Letter::kind))
                .param(texts(letters, Letter::number))
                .param(texts(letters, Letter::agreement))
                .param(texts(letters, letter -> code(letter.party())))
                .param(texts(letters, Letter::reference))
                .param(letters.stream().map(Letter::entry).toArray(Long[]::new))
                .param(letters.stream().map(Letter::body).toArray(byte[][]::new))
                .param(texts(
                        letters,
                        letter -> letter.issuedAt().atOffset(ZoneOffset.UTC).toString()))
                .update();
    }

    private void putDownForFanOut(List<Letter> circulars) {
        jdbc.sql("""
                        insert into fan_out (letter_id, recipients)
                        select letter, string_to_array(recipients, ',')
                        from unnest(?::text[], ?::text[]) with ordinality as circular (letter, recipients, place)
                        order by place
                        """)
                .param(texts(circulars, Letter::id))
                .param(texts(
                        circulars,
                        circular -> circular.recipients().stream()
                                .map(PartyCode::value)
                                .collect(Collectors.joining(","))))
                .update();
    }

    /** An arrival that is already answered is not answered again: the same decision may be recorded by two nodes. */
    private void putDownForDelivery(List<Answer> answers) {
        jdbc.sql("""
                        insert into delivery
                            (letter_id, occasion, party, channel, address, correlation, priority, wire_id)
                        select letter, occasion, party, channel, address, correlation, 0,
                               concat_ws('-', letter, occasion, party, channel)
                        from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                            as answer (letter, occasion, party, channel, address, correlation, place)
                        order by place
                        on conflict do nothing
                        """)
                .param(texts(answers, Answer::letter))
                .param(answers.stream().map(Answer::receipt).toArray(Long[]::new))
                .param(texts(answers, answer -> answer.party().value()))
                .param(texts(
                        answers, answer -> requireDeliverable(answer.channel()).wireName()))
                .param(texts(answers, Answer::address))
                .param(texts(answers, Answer::correlation))
                .update();
    }

    private static Channel requireDeliverable(Channel channel) {
        if (channel == Channel.DRY_RUN) {
            throw new IllegalArgumentException("A dry run is answered by its caller, not by the outbox");
        }
        return channel;
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String code(@Nullable PartyCode party) {
        return party == null ? null : party.value();
    }
}

package io.depository.calendar;

import io.depository.treaty.Duties;
import io.depository.treaty.Duty;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the depository will have to tell on a day to come. Works in the caller's transaction, under the head lock. */
@Repository
public class DutyBook {

    private final JdbcClient jdbc;

    DutyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A duty as it stands in the book. */
    public record Booked(
            long id,
            String agreement,
            String kind,
            @Nullable PartyCode party,
            LocalDate fallsOn) {

        boolean matches(Duty duty) {
            return kind.equals(duty.kind()) && Objects.equals(party, duty.party()) && fallsOn.equals(duty.fallsOn());
        }
    }

    /**
     * Makes the book agree with a position: what follows from it is due, unless it was done; what no longer follows is
     * void. Doing it twice changes nothing.
     */
    public void rewrite(LegalPosition position) {
        List<Duty> duties = dutiesOf(position);
        String agreement = position.agreement().id();
        String[] kinds = duties.stream().map(Duty::kind).toArray(String[]::new);
        String[] parties = duties.stream().map(DutyBook::partyColumn).toArray(String[]::new);
        String[] days = duties.stream().map(duty -> duty.fallsOn().toString()).toArray(String[]::new);
        Long[] entries = duties.stream().map(Duty::entry).toArray(Long[]::new);
        jdbc.sql("""
                        update duty set state = 'void'
                        where agreement = :agreement and state = 'due' and not exists (
                            select from unnest(:kinds, :parties, :days::date[]) as d(kind, party, falls_on)
                            where d.kind = duty.kind and d.party = duty.party and d.falls_on = duty.falls_on)""")
                .param("agreement", agreement)
                .param("kinds", kinds)
                .param("parties", parties)
                .param("days", days)
                .update();
        jdbc.sql("""
                        insert into duty (agreement, kind, party, falls_on, entry)
                        select :agreement, kind, party, falls_on, entry
                        from unnest(:kinds, :parties, :days::date[], :entries) as d(kind, party, falls_on, entry)
                        on conflict (agreement, kind, party, falls_on)
                        do update set state = 'due', entry = excluded.entry where duty.state <> 'done'""")
                .param("agreement", agreement)
                .param("kinds", kinds)
                .param("parties", parties)
                .param("days", days)
                .param("entries", entries)
                .update();
    }

    /** All duties that follow from the position and from what was told already. */
    List<Duty> dutiesOf(LegalPosition position) {
        List<Duty> duties = new ArrayList<>(Duties.of(position));
        position.entryIntoForce()
                .map(day -> namedInForce(position.agreement().id(), day))
                .filter(named -> !named.isEmpty())
                .ifPresent(named -> duties.addAll(Duties.ofLatecomers(position, named)));
        return List.copyOf(duties);
    }

    /** The states that were named when entry into force on that day was told; none while it was not. */
    private Set<PartyCode> namedInForce(String agreement, LocalDate day) {
        return jdbc.sql("""
                        select distinct effect ->> 'party'
                        from duty join letter on letter.id = duty.letter_id
                            cross join jsonb_array_elements(convert_from(letter.body, 'UTF8')::jsonb -> 'effects') effect
                        where duty.agreement = ? and duty.kind = ? and duty.falls_on = ? and duty.state = 'done'
                            and effect ->> 'party' is not null""").params(agreement, Duty.ENTERED_INTO_FORCE, day).query(String.class).list().stream()
                .map(PartyCode::new)
                .collect(Collectors.toSet());
    }

    /** What is due on the day or before, oldest first; locked until the transaction ends. */
    List<Booked> due(LocalDate today, int limit) {
        return jdbc.sql("""
                        select id, agreement, kind, party, falls_on from duty
                        where state = 'due' and falls_on <= ? order by falls_on, id limit ? for update""")
                .params(today, limit)
                .query((row, number) -> booked(row))
                .list();
    }

    private static Booked booked(ResultSet row) throws SQLException {
        return new Booked(
                row.getLong("id"),
                row.getString("agreement"),
                row.getString("kind"),
                row.getString("party").isEmpty() ? null : new PartyCode(row.getString("party")),
                row.getObject("falls_on", LocalDate.class));
    }

    /** Whether anything is due on the day or before. A cheap look, without a lock. */
    boolean anythingDue(LocalDate today) {
        return jdbc.sql("select exists (select from duty where state = 'due' and falls_on <= ?)")
                .param(today)
                .query(Boolean.class)
                .single();
    }

    /** What will be told next if nothing changes, soonest first. A look, without a lock. */
    public List<Booked> upcoming(int limit) {
        return jdbc.sql("""
                        select id, agreement, kind, party, falls_on from duty
                        where state = 'due' order by falls_on, id limit ?""").param(limit).query((row, number) -> booked(row)).list();
    }

    void done(long id, String letter) {
        jdbc.sql("update duty set state = 'done', letter_id = ? where id = ?")
                .params(letter, id)
                .update();
    }

    void dropped(long id) {
        jdbc.sql("update duty set state = 'void' where id = ?").param(id).update();
    }

    private static String partyColumn(Duty duty) {
        PartyCode party = duty.party();
        return party == null ? "" : party.value();
    }
}

package io.depository.lawyer;

import io.depository.treaty.AccessionRule;
import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The acts of a CSV file: its columns by the names in its header, in any order. Every mistake is found before it refuses. */
final class ActsFile {

    private final String file;
    private final CellReader reader;
    private final FinalClauses clauses;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<PartyCode, ActRow> signatures = new HashMap<>();

    private ActsFile(String file, Agreement agreement) {
        this.file = file;
        this.reader = new CellReader(agreement);
        this.clauses = agreement.clauses();
    }

    /**
     * The acts, in the order of the file.
     *
     * @param file how mistakes call the file
     * @throws MistakenFile where any of it cannot be understood
     */
    static List<ActRow> acts(String file, CsvText text, Agreement agreement) {
        ActsFile acts = new ActsFile(file, agreement);
        acts.mistakes.addAll(text.mistakes());
        List<ActRow> rows = acts.read(text.lines());
        if (!acts.mistakes.isEmpty()) {
            throw new MistakenFile(acts.mistakes);
        }
        return rows;
    }

    private List<ActRow> read(List<CsvText.Line> lines) {
        if (lines.isEmpty()) {
            mistakes.add(new Mistake(
                    file, 1, 0, null, new Bilingual("ожидается строка заголовка", "a header line was expected")));
            return List.of();
        }
        CsvText.Line header = lines.get(0);
        readHeader(header);
        List<ActRow> rows = new ArrayList<>();
        for (CsvText.Line line : lines.subList(1, lines.size())) {
            ActRow row = new RowReader(line, header.cells().size()).read();
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void readHeader(CsvText.Line header) {
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cells().get(i);
            Column column = Column.find(name).orElse(null);
            if (column == null) {
                mistakes.add(new Mistake(
                        file,
                        header.number(),
                        i + 1,
                        name.isEmpty() ? null : name,
                        new Bilingual(
                                "такого столбца нет; известны " + Column.known(),
                                "there is no such column; known are " + Column.known())));
            } else if (places.putIfAbsent(column, i) != null) {
                mistakes.add(new Mistake(
                        file,
                        header.number(),
                        i + 1,
                        name,
                        new Bilingual("столбец указан дважды", "the column is there twice")));
            }
        }
        for (Column column : Column.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                mistakes.add(new Mistake(
                        file,
                        header.number(),
                        0,
                        null,
                        new Bilingual(
                                "нет столбца " + column.header() + "; обязательны party, act, received",
                                "the column " + column.header() + " is missing; required are party, act, received")));
            }
        }
    }

    /** Reads one line. */
    private final class RowReader {

        private final CsvText.Line line;
        private final int before = mistakes.size();

        RowReader(CsvText.Line line, int width) {
            this.line = line;
            int cells = line.cells().size();
            if (cells != width) {
                mistakes.add(new Mistake(
                        file,
                        line.number(),
                        Math.min(cells, width) + 1,
                        null,
                        new Bilingual(
                                "значений: " + cells + ", а столбцов в заголовке: " + width,
                                "there are " + cells + " values, and the header has " + width + " columns")));
            }
        }

        /** The act of the line; null where it cannot be understood. */
        @Nullable
        ActRow read() {
            PartyCode party = cell(Column.PARTY, reader::party);
            Act act = cell(Column.ACT, reader::act);
            CellReader.Moment received = cell(Column.RECEIVED, reader::moment);
            LocalDate signed = cell(Column.SIGNED, reader::day);
            LocalDate recorded = cell(Column.RECORDED, reader::day);
            LocalDate effective = cell(Column.EFFECTIVE, reader::day);
            LocalDate changed = cell(Column.CHANGED, reader::day);
            LocalDate noticed = cell(Column.NOTICED, reader::day);
            LocalDate agreed = cell(Column.AGREED, reader::day);
            String refersTo = text(Column.REFERS_TO);
            if (act != null) {
                refuseLaterDay(act);
                refuseWhatDoesNotBelong(act);
            }
            if (act == Act.REVOCATION && refersTo.isEmpty()) {
                tell(
                        Column.REFERS_TO,
                        "отзыв (revocation) указывает, какую ноту он отзывает: ее reference или, если столбца reference нет,"
                                + " номер строки",
                        "a revocation says which note it takes back: its reference or, where the file has no references, the"
                                + " number of its line");
            }
            if (party == null || act == null || received == null || mistakes.size() > before) {
                return null;
            }
            String reference = text(Column.REFERENCE);
            LegalFact fact = new LegalFact(
                    line.number(),
                    party,
                    act,
                    reference.isEmpty() ? Integer.toString(line.number()) : reference,
                    received.instant(),
                    received.day(),
                    refersTo.isEmpty() || act == Act.OBJECTION ? null : new LegalFact.Target(party, refersTo),
                    effective,
                    changed);
            LegalFact told = noticed == null ? fact : fact.noticedOn(noticed);
            ActRow row = new ActRow(line.number(), agreed == null ? told : told.agreedOn(agreed), signed, recorded);
            refuseOtherSignature(row);
            return row;
        }

        private void refuseWhatDoesNotBelong(Act act) {
            for (Column column : Column.values()) {
                if (!column.belongsTo(act) && !text(column).isEmpty()) {
                    tell(
                            column,
                            "к действию " + act.wireName() + " не относится; только к " + column.actsInWords(),
                            "does not belong to the act " + act.wireName() + ", only to " + column.actsInWords());
                }
            }
        }

        /** A day that would be passed over in silence is a mistake. */
        private void refuseLaterDay(Act act) {
            boolean consent = act != Act.SUCCESSION && act != Act.WITHDRAWAL && Column.EFFECTIVE.belongsTo(act);
            if (consent && !text(Column.EFFECTIVE).isEmpty() && !mayNameLaterDay(act)) {
                tell(
                        Column.EFFECTIVE,
                        "по этому соглашению государство не называет себе более поздний день (laterDay)",
                        "under this agreement a state names no later day for itself (laterDay)");
            }
        }

        private boolean mayNameLaterDay(Act act) {
            AccessionRule accession = clauses.accession();
            return act == Act.ACCESSION && accession != null
                    ? accession.later().ownDay()
                    : clauses.entryIntoForce().later().ownDay();
        }

        private void refuseOtherSignature(ActRow row) {
            LocalDate signed = row.signed();
            if (signed == null) {
                return;
            }
            ActRow first = signatures.putIfAbsent(row.act().party(), row);
            if (first != null && !signed.equals(first.signed())) {
                String party = row.act().party().value();
                tell(
                        Column.SIGNED,
                        "в строке " + first.line() + " государство " + party + " подписало " + first.signed()
                                + ", а здесь " + signed,
                        "on line " + first.line() + " the state " + party + " signed on " + first.signed()
                                + ", and here on " + signed);
            }
        }

        private <T> @Nullable T cell(Column column, Reading<T> reading) {
            String text = text(column);
            if (text.isEmpty()) {
                if (column.isRequired() && places.containsKey(column)) {
                    tell(column, "значение обязательно", "a value is required");
                }
                return null;
            }
            try {
                return reading.read(text);
            } catch (CellReader.NotUnderstood e) {
                tell(column, e.what().ru(), e.what().en());
                return null;
            }
        }

        private String text(Column column) {
            Integer place = places.get(column);
            return place == null || place >= line.cells().size()
                    ? ""
                    : line.cells().get(place);
        }

        private void tell(Column column, String ru, String en) {
            Integer place = places.get(column);
            mistakes.add(new Mistake(
                    file, line.number(), place == null ? 0 : place + 1, column.header(), new Bilingual(ru, en)));
        }
    }

    private interface Reading<T> {
        T read(String text) throws CellReader.NotUnderstood;
    }
}

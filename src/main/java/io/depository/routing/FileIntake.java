package io.depository.routing;

import io.depository.inbox.NewReceipt;
import io.depository.parties.Channel;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Stores files from the parties' folders. The channel key is {@code file:<party>:<slot>:<SHA-256>}: a slot has its name
 * once for ever, and keeps it through a crash between taking and storing.
 */
@Component("fileIntake")
public final class FileIntake {

    private final IntakeDesk desk;

    FileIntake(IntakeDesk desk) {
        this.desk = desk;
    }

    /** Stores the files, all or (by throwing) none that may be archived. */
    public void store(List<?> files) {
        desk.store(files.stream()
                .map(IncomingFile.class::cast)
                .map(FileIntake::receipt)
                .toList());
    }

    private static NewReceipt receipt(IncomingFile file) {
        RawContent content = file.content();
        String slot = file.slot().getFileName().toString();
        Map<String, String> evidence = new TreeMap<>(content.evidence());
        evidence.put("slot", slot);
        return new NewReceipt(
                Channel.FILE,
                "file:" + file.party() + ":" + slot + ":" + HexFormat.of().formatHex(content.digest()),
                file.party(),
                null,
                content.kept(),
                content.digest(),
                content.size(),
                content.tooLarge(),
                file.receivedAt(),
                VisibleText.of(file.name()),
                evidence);
    }
}

package io.depository.routing;

import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One party's turn in the round of folders. A folder that cannot be read, or is a link, is that party's alone: it is told
 * once and left for a growing pause of one to thirty seconds, while the others' turns come as ever.
 */
final class FolderTurn {

    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final DropFolder folder;
    private final FaultLog faults;
    private final BackOff backOff = new BackOff(FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
    private long pausedSince;
    private long pause;

    FolderTurn(PartyCode party, Path path, DropFolder folder) {
        this.folder = folder;
        this.faults = new FaultLog(
                DropFoldersConsumer.class,
                "The folder " + path + " of " + party
                        + " is looked into again after a pause; the others' are meanwhile");
    }

    /** What is to be stored next; nothing while the folder is left alone. */
    List<IncomingFile> next(int most, long mostBytes, long limit) {
        if (System.nanoTime() - pausedSince < pause) {
            return List.of();
        }
        try {
            folder.prepare();
            folder.takeQuiet(most);
            List<IncomingFile> files = folder.taken().read(most, mostBytes, limit);
            pause = 0;
            backOff.succeeded();
            faults.over();
            return files;
        } catch (IOException | RuntimeException e) {
            faults.handleException(e);
            close();
            pause = TimeUnit.MILLISECONDS.toNanos(backOff.failed());
            pausedSince = System.nanoTime();
            return List.of();
        }
    }

    void archive(IncomingFile file) {
        folder.taken().archive(file);
    }

    void close() {
        try {
            folder.close();
        } catch (IOException e) {
            faults.handleException(e);
        }
    }
}

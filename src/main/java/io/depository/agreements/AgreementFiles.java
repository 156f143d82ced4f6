package io.depository.agreements;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreement files. */
public final class AgreementFiles {

    public LoadedAgreement load(String fileName, byte[] content) {
        throw new UnreadableAgreement(fileName + ": " + content.length);
    }

    public List<LoadedAgreement> loadAll(@Nullable Path folder) {
        throw new UnreadableAgreement("" + folder);
    }
}

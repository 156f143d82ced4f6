package io.depository.register;

import java.io.IOException;
import java.io.OutputStream;

/** The whole register in one file that anybody can check without the depository: {@link ExportCheck} does. */
public interface RegisterExport {

    /**
     * Writes the register as it stands: a JSON object a line, in UTF-8. First {@code register}, then each {@code entry}
     * in its order, followed by the {@code node}s and the {@code checkpoint} that it completes, and last {@code end}.
     * Does not close the stream.
     */
    void writeTo(OutputStream out) throws IOException;
}

package io.depository.console;

import io.depository.examination.DryRun;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dry run: what would be answered, if it came now. Changes nothing. */
@RestController
class ValidateController {

    /** The limit of a file, the roomiest of the channels. */
    private static final int LIMIT = 50 * 1024 * 1024;

    private static final int SMALL = 1 << 20;
    private static final long WAIT_SECONDS = 2;

    /** One at a time may be as large as the largest of files, and is held in memory. */
    private final Semaphore large = new Semaphore(1);

    /** Enough for whoever tries out a client in a loop, and far from what the examination can do. */
    private final Allowance attempts = new Allowance(3_000, 1_200);

    private final DryRun dryRun;

    ValidateController(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    @PostMapping(path = "/api/validate")
    ResponseEntity<byte[]> validate(HttpServletRequest request) throws IOException, InterruptedException {
        attempts.take(request.getRemoteAddr());
        long length = request.getContentLengthLong();
        if (length >= 0 && length <= SMALL) {
            return rehearse(request);
        }
        if (!large.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new Allowance.Exhausted(WAIT_SECONDS);
        }
        try {
            return rehearse(request);
        } finally {
            large.release();
        }
    }

    private ResponseEntity<byte[]> rehearse(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            boolean tooLarge = bytes.length > LIMIT;
            byte[] read = tooLarge ? Arrays.copyOf(bytes, 64 * 1024) : bytes;
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(dryRun.rehearse(read, tooLarge));
        }
    }
}

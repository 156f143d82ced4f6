package io.depository.parties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CRLHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of revoked certificates (RFC 5280 §5) that staff put into a folder, as DER or PEM. Looked at again every few
 * seconds. A file that is none is passed over with a warning: what is missing makes a certificate doubtful, never good.
 * Whether a list is genuine is for whoever knows its issuer to say.
 */
public final class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final long FRESH_FOR = Duration.ofSeconds(5).toNanos();
    private static final long LARGEST = 32L * 1024 * 1024;

    private final @Nullable Path folder;
    private volatile @Nullable Read read;
    private List<String> warnedOf = List.of();

    /** The lists in a folder; without one there are none. */
    public RevocationLists(@Nullable Path folder) {
        this.folder = folder;
    }

    private record Read(long at, List<X509CRLHolder> lists) {}

    /** All lists of that issuer, old ones among them. */
    public List<X509CRLHolder> of(X500Name issuer) {
        return current().stream()
                .filter(list -> list.getIssuer().equals(issuer))
                .toList();
    }

    private List<X509CRLHolder> current() {
        Read known = read;
        return known != null && System.nanoTime() - known.at() < FRESH_FOR ? known.lists() : readAgain();
    }

    private synchronized List<X509CRLHolder> readAgain() {
        Read known = read;
        if (known != null && System.nanoTime() - known.at() < FRESH_FOR) {
            return known.lists();
        }
        List<X509CRLHolder> lists = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files()) {
            try {
                lists.add(new X509CRLHolder(der(file)));
            } catch (IOException | RuntimeException unfit) {
                unreadable.add(file.getFileName() + " (" + unfit.getMessage() + ")");
            }
        }
        if (!unreadable.isEmpty() && !unreadable.equals(warnedOf)) {
            LOG.warn("In {} these are no lists of revoked certificates, and are passed over: {}", folder, unreadable);
        }
        warnedOf = unreadable;
        read = new Read(System.nanoTime(), List.copyOf(lists));
        return lists;
    }

    private List<Path> files() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The lists of revoked certificates in {} cannot be read: {}", folder, e.toString());
            return List.of();
        }
    }

    private static byte[] der(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than 32 MB");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0 || bytes[0] != '-') {
            return bytes;
        }
        String base64 = new String(bytes, java.nio.charset.StandardCharsets.US_ASCII)
                .replaceAll("-----(BEGIN|END) X509 CRL-----", "")
                .replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }
}

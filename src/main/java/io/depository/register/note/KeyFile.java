package io.depository.register.note;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** The file with the signing key: PKCS#8 in PEM (RFC 7468, RFC 8410), for its owner's eyes only. */
public final class KeyFile {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final Path path;

    public KeyFile(Path path) {
        this.path = path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The secret key in the file, as the 32 bytes of RFC 8032.
     *
     * @throws IllegalStateException when the file holds anything else than an Ed25519 key
     */
    public byte[] read() {
        try {
            String pem = Files.readString(path, StandardCharsets.US_ASCII).strip();
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw new IllegalStateException("No private key in PEM (" + BEGIN + "): " + path);
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(der);
            if (key instanceof Ed25519PrivateKeyParameters ed25519) {
                return ed25519.getEncoded();
            }
            throw new IllegalStateException("The register signs with Ed25519; another kind of key is in " + path);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The signing key cannot be read: " + path, e);
        }
    }

    /** Makes a key, and the file at once and whole. Where somebody else made it meanwhile, theirs stays. */
    public void make() {
        try {
            Path file = path.toAbsolutePath();
            Path folder = WholeFile.folderOf(file);
            Path written = WholeFile.writeBeside(file, pem());
            try {
                appear(written, file);
            } finally {
                Files.deleteIfExists(written);
            }
            WholeFile.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be made: " + path, e);
        }
    }

    /** By a link and not a rename, for a rename would replace a key that another process made a moment ago. */
    private static void appear(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            return; // theirs stays, and is read like any other
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(written, file); // a file system without links; refuses to replace as well
        }
    }

    private static byte[] pem() {
        try {
            byte[] der = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            return (BEGIN + "\n" + body + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519, this one has not", e);
        }
    }
}

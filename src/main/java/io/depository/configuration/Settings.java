package io.depository.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment sets, each by a property {@code depository.…} or its environment variable.
 *
 * @param id the depository's id, which notifications must name
 * @param name what the depository is called on its letters
 * @param site where its open interface is to be found; letters lead there where it is set
 * @param zone the zone in which a day begins and ends
 * @param drop the folder that holds one folder a party, each with {@code in} and {@code out}
 * @param agreements a folder with further agreement files
 * @param directory a YAML file with states, keys and channels to begin with
 * @param staff a YAML file with the accounts of staff; without it nobody can log in
 * @param acceptAgreements SHA-256 digests of agreement files that staff have accepted for registration; {@code any} in
 *     local mode only
 * @param logKey the file with the register's signing key (PKCS#8, Ed25519)
 * @param formerLogKey the file with the key that was used before, when it is changed for that one
 * @param witnesses verifier keys of witnesses of the register, beside the parties (C2SP tlog-cosignature)
 * @param checkpointFile where the newest checkpoint is kept outside the database
 * @param revocationLists a folder with lists of revoked certificates, of the authorities that are registered for parties
 * @param clockOffset by how much the calendar runs ahead; local mode only
 */
@ConfigurationProperties("depository")
public record Settings(
        @DefaultValue("cis-executive-committee") String id,
        @DefaultValue Name name,
        @Nullable URI site,
        @DefaultValue("Europe/Minsk") ZoneId zone,
        Path drop,
        @Nullable Path agreements,
        @Nullable Path directory,
        @Nullable Path staff,
        @DefaultValue({}) List<String> acceptAgreements,
        Path logKey,
        @Nullable Path formerLogKey,
        @DefaultValue({}) List<String> witnesses,
        Path checkpointFile,
        @Nullable Path revocationLists,
        @DefaultValue Verifiers verifiers,
        @DefaultValue("P0D") Period clockOffset,
        Broker broker,
        Mail mail) {

    /** The depository's official name. */
    public record Name(
            @DefaultValue("Исполнительный комитет Содружества Независимых Государств")
            String ru,

            @DefaultValue("Executive Committee of the Commonwealth of Independent States")
            String en) {}

    /**
     * Verifiers of signatures by national standards; none unless a deployment wants them.
     *
     * @param gost whether GOST R 34.10-2012 is verified
     * @param command a program that verifies others; its whole path, then its arguments, with spaces between
     * @param algorithms object identifiers of the signature algorithms that the program verifies
     * @param timeout how long the program may take
     */
    public record Verifiers(
            @DefaultValue("false") boolean gost,
            @DefaultValue("") String command,
            @DefaultValue({}) Set<String> algorithms,
            @DefaultValue("PT10S") Duration timeout) {}

    /** The message broker, over the CORE protocol. */
    public record Broker(String url, String user, String password) {}

    /**
     * The mailbox that notifications come to, and the server that letters go out by.
     *
     * @param address the depository's own address
     * @param bounces where reports of non-delivery go, the envelope sender; {@code {delivery}} in it becomes the number of the
     *     delivery ({@code notifications+{delivery}@mail.example}). Empty for the address itself
     * @param imap e.g. {@code imaps://mail.example:993}, or {@code imap://mail.example:143} for STARTTLS
     * @param smtp e.g. {@code smtps://mail.example:465}, or {@code smtp://mail.example:587} for STARTTLS
     * @param tls whether a server that offers no TLS is refused; not in local mode
     * @param trust a PEM file of certificates that are trusted beside those of the Java runtime
     */
    public record Mail(
            String address,
            @DefaultValue("") String bounces,
            String imap,
            String smtp,
            String user,
            String password,
            @DefaultValue("true") boolean tls,
            @Nullable Path trust) {}
}

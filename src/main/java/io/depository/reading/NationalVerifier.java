package io.depository.reading;

/**
 * Verifies CMS signatures by the algorithms of a national standard, which none of those that are known to all covers. Off
 * unless a deployment names it. Safe for concurrent use.
 */
public interface NationalVerifier {

    /**
     * Whether signatures of that kind are its to verify.
     *
     * @param digest object identifier of the digest algorithm
     * @param signature object identifier of the signature algorithm
     */
    boolean knows(String digest, String signature);

    /**
     * Whether the CMS signature over the content is by that certificate's key and over signed attributes with the
     * content's digest. Asked only of kinds that it knows. Whether the certificate counts is the caller's to say.
     *
     * @param content the exact bytes that are signed
     * @param cms the SignedData (DER), with the content inside or without
     * @param certificate the signer's certificate (DER)
     * @throws VerifierFailed when it could not be found out, which says nothing about the signature
     */
    boolean matches(byte[] content, byte[] cms, byte[] certificate);

    /** A fault of the depository's, or of what it asks: it is tried again, and decides nothing. */
    final class VerifierFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        public VerifierFailed(String message, Throwable cause) {
            super(message, cause);
        }

        public VerifierFailed(String message) {
            super(message);
        }
    }
}

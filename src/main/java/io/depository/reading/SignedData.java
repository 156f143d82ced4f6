package io.depository.reading;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** The content inside an opaque signature: CMS SignedData (RFC 5652 §5). Takes it out; does not verify it. */
final class SignedData {

    private SignedData() {}

    /** The MIME entity that is signed; empty where the bytes are no SignedData that carries its content. */
    static Optional<byte[]> findContent(byte[] cms) {
        try (ASN1InputStream input = new ASN1InputStream(cms)) {
            ASN1Encodable signed = contentOf(input.readObject(), PKCSObjectIdentifiers.signedData);
            if (!(signed instanceof ASN1Sequence fields) || fields.size() < 3) {
                return Optional.empty();
            }
            ASN1Encodable content = contentOf(fields.getObjectAt(2), PKCSObjectIdentifiers.data);
            return content instanceof ASN1OctetString octets ? Optional.of(octets.getOctets()) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty(); // then the message carries no notification, and is told so
        }
    }

    /** The content of a {@code SEQUENCE {type, [0] EXPLICIT content}} of that type; null where it is something else. */
    private static @Nullable ASN1Encodable contentOf(@Nullable ASN1Encodable info, ASN1ObjectIdentifier type) {
        ASN1Primitive primitive = info == null ? null : info.toASN1Primitive();
        if (primitive instanceof ASN1Sequence fields
                && fields.size() == 2
                && type.equals(fields.getObjectAt(0))
                && fields.getObjectAt(1) instanceof ASN1TaggedObject tagged
                && tagged.hasContextTag(0)) {
            return tagged.getExplicitBaseObject().toASN1Primitive();
        }
        return null;
    }
}

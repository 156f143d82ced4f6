package io.depository.review;

import io.depository.parties.Channel;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a party wants to be told, as a person gives it: {@code jms} and {@code file} are the party's own queue and folder,
 * and have its code for an address; {@code mail} has an e-mail address.
 */
public record ChannelAddresses(Map<String, String> byName) {

    private static final List<Channel> CHANNELS = List.of(Channel.JMS, Channel.FILE, Channel.MAIL);

    /** One address in ASCII, as in RFC 5321: nothing that a header could be made of. */
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");

    /** No such channel, or no address of it. */
    public static final class UnfitAddress extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Bilingual explanation;

        UnfitAddress(String ru, String en) {
            super(en);
            this.explanation = new Bilingual(ru, en);
        }

        public Bilingual explanation() {
            return explanation;
        }
    }

    /** The addresses for that party. Throws {@link UnfitAddress} where any is none of its own. */
    Map<Channel, String> of(PartyCode party) {
        Map<Channel, String> addresses = new EnumMap<>(Channel.class);
        byName.forEach((name, address) -> {
            Channel channel = CHANNELS.stream()
                    .filter(one -> one.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new UnfitAddress("Каналы: jms, file, mail.", "The channels are jms, file and mail."));
            boolean fit = channel == Channel.MAIL ? MAIL.matcher(address).matches() : address.equals(party.value());
            if (!fit) {
                throw new UnfitAddress(
                        "Адрес канала " + name + " не годится: для jms и file это код государства, для mail — адрес"
                                + " электронной почты.",
                        "The address of " + name + " does not do: for jms and file it is the state's code, for mail"
                                + " an e-mail address.");
            }
            addresses.put(channel, address);
        });
        if (addresses.isEmpty()) {
            throw new UnfitAddress(
                    "Государство должно остаться достижимым хотя бы по одному каналу.",
                    "A state must stay within reach by one channel at least.");
        }
        return addresses;
    }

    /** As the open register tells it: an e-mail address by its digest only. */
    static Map<String, String> forTheRegister(Map<Channel, String> addresses) {
        Map<String, String> details = new LinkedHashMap<>();
        addresses.forEach((channel, address) -> {
            if (channel == Channel.MAIL) {
                details.put("mailSha256", sha256(address));
            } else {
                details.put(channel.wireName(), address);
            }
        });
        return details;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }
}

package io.depository.parties;

/** A way in or out of the depository. */
public enum Channel {
    JMS("jms"),
    FILE("file"),
    MAIL("mail"),
    DRY_RUN("dry-run");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The channel of that wire name. Throws where there is none: such a name is never a sender's. */
    public static Channel of(String wireName) {
        for (Channel channel : values()) {
            if (channel.wireName.equals(wireName)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("No such channel: " + wireName);
    }
}

package io.depository.correspondence;

/**
 * A value cannot stand in a mail header: it holds control characters or is no address or Message-ID. Sending again
 * does not help; the registered address or the setting has to be put right.
 */
public final class UnfitForHeader extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnfitForHeader(String header, String value, String wanted) {
        super("Header " + header + " cannot be \"" + Legible.line(value) + "\": " + wanted);
    }
}

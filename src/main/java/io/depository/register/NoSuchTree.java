package io.depository.register;

/** An entry or a tree was asked for that the register does not have. The asker's error. */
public final class NoSuchTree extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NoSuchTree(String message) {
        super(message);
    }
}

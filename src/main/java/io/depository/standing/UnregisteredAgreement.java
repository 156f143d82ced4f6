package io.depository.standing;

/** An agreement file that is not in the register and that staff have not accepted: the depository does not start. */
public class UnregisteredAgreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnregisteredAgreement(String id, String digest) {
        super("The file of agreement " + id + " (SHA-256 " + digest + ") is not in the register. If it is the text that"
                + " the depository keeps, accept it by adding this digest to the setting depository.accept-agreements"
                + " and start again; it then becomes an entry. If it is not, restore the registered file");
    }
}

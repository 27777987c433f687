package dev.katman.cli;

/** The end of a command that cannot do its work. The message is a sentence for people that says what to do. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the exit status, 2 for wrong use, else 1 */
    public Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public Refusal(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}

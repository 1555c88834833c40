package org.crmagent.run;

/** Why the development run cannot go on, as one sentence for the person who started it. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

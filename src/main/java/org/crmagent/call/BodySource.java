package org.crmagent.call;

/** Gives the body of a request once the road has come to the point where it is wanted. */
@FunctionalInterface
public interface BodySource {

    /**
     * Reads the whole body.
     *
     * @throws org.crmagent.tool.Refusal when the door does not take it: not acceptable, wrong media type, too large
     */
    byte[] read();
}

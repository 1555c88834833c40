package org.crmagent.golden;

import java.net.http.HttpRequest;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;

/**
 * One question of the conversation.
 *
 * @param name what it is about; no two have the same
 * @param ask how it is asked
 */
record Exchange(String name, Ask ask) {

    /** A way to ask. */
    interface Ask {
        /** Asks one server, as a caller who has not asked before. */
        Answer of(Api api) throws Exception;
    }

    /** A question that is one request. */
    static Exchange request(String name, Request request) {
        return new Exchange(name, api -> api.send(request.of(api)));
    }

    /** What is sent. */
    interface Request {
        /** The request to one server. */
        HttpRequest.Builder of(Api api);
    }
}

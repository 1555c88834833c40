package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;

/** A bucket of calls for each subject on this node, refilled evenly; of the subjects only the latest are remembered. */
@ApplicationScoped
public class RateLimit {
    static final int SUBJECTS = 10_000;

    @Inject
    Source source;

    @Inject
    Settings settings;

    private record Bucket(double calls, Instant at) {}

    private final Map<List<String>, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** What is said to whoever has no call left. */
    static Refusal refusal(long wait) {
        return new Refusal(
                ErrorCode.RATE_LIMITED,
                "Too many calls of this subject: wait " + wait + " s before the next.",
                List.of());
    }

    /** Takes one call of the subject's; answers 0, or the seconds until there is one again. */
    public synchronized long take(Caller caller) {
        int full = (int) settings.number(Setting.RATE_LIMIT);
        if (full == 0) {
            return 0;
        }
        Instant now = source.now();
        List<String> subject = List.of(caller.issuer(), caller.subject());
        Bucket before = buckets.getOrDefault(subject, new Bucket(full, now));
        double perSecond = full / 60d;
        double refilled = Duration.between(before.at(), now).toMillis() / 1000d * perSecond;
        double calls = Math.min(full, before.calls() + Math.max(0, refilled));
        boolean allowed = calls >= 1;
        buckets.put(subject, new Bucket(allowed ? calls - 1 : calls, now));
        forgetTheLongestSilent();
        return allowed ? 0 : (long) Math.ceil((1 - calls) / perSecond);
    }

    private void forgetTheLongestSilent() {
        if (buckets.size() > SUBJECTS) {
            Iterator<List<String>> silent = buckets.keySet().iterator();
            silent.next();
            silent.remove();
        }
    }
}

package org.crmagent.it;

import java.util.UUID;

/** Ids of the demonstration data. */
public final class Demo {
    public static final UUID ORGANIZATION = UUID.fromString("00000001-0000-4000-8000-000000000001");
    public static final UUID OTHER_ORGANIZATION = UUID.fromString("00000002-0000-4000-8000-000000000002");
    public static final UUID WITHOUT_MODULE = UUID.fromString("00000003-0000-4000-8000-000000000003");

    private Demo() {}

    /** A campaign of the first organization. */
    public static UUID campaign(int number) {
        return UUID.fromString("c0000001-0000-4000-8000-%012d".formatted(number));
    }

    /** An agent of the first organization. */
    public static UUID agent(int number) {
        return UUID.fromString("a0000001-0000-4000-8000-%012d".formatted(number));
    }
}

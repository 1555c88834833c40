package org.crmagent.setting;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node is called where the configuration does not name it: its host, and its process where the host has no name. */
final class Node {
    static final String NAME = name();

    private Node() {}

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "process " + ProcessHandle.current().pid();
        }
    }
}

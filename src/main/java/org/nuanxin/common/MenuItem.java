package org.nuanxin.common;

import java.util.Set;

/** An entry of the left menu; its label is the message {@code menu.<key>}; shown to accounts with one of the roles. */
public record MenuItem(String key, String path, String icon, int order, Set<String> roles) {

    /** Tens make the groups of the menu: 0 my day, 1x families, 2x money and services, 3x groups, 4x policy. */
    public int group() {
        return order / 10;
    }
}

package org.nuanxin.common;

import java.util.List;

/** A use case that the domain refuses, with the message key that tells the person why and what to do. */
public class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public Rejected(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}

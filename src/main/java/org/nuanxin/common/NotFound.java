package org.nuanxin.common;

/** Absent, or outside what this account may see: the page answers 404 for both. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

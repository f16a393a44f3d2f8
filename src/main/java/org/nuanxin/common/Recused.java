package org.nuanxin.common;

/** The family is one that this account declared recusal for (回避): a colleague handles it; the page answers 403. */
public class Recused extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

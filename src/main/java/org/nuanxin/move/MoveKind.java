package org.nuanxin.move;

/** What moves. */
public enum MoveKind {
    /** where they live: care follows */
    RESIDENCE,
    /** the hukou: file and money follow */
    FILING
}

package org.nuanxin.care;

/** How a person was to talk with; no diagnosis. */
public enum Mood {
    CALM,
    TALKATIVE,
    SPOKE_OF_CHILD,
    SILENT
}

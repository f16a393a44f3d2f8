package org.nuanxin.attachment;

/** What a file is; its words are the message {@code attachment.kind.<name>}. */
public enum AttachmentKind {
    IDENTITY,
    HOUSEHOLD,
    MARRIAGE,
    CHILD,
    VILLAGE,
    MEDICAL,
    LETTER,
    OTHER
}

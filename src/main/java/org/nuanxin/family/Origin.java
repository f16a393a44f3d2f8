package org.nuanxin.family;

/** Stock families (存量) came with a roster: no first-visit clock, past receipts unknown. New ones (新发生) start as a lead. */
public enum Origin {
    STOCK,
    NEW
}

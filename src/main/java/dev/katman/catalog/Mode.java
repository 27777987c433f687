package dev.katman.catalog;

/** How the contested band (by default difficulty 5 to 7) is decided. */
public enum Mode {
    /** By what a token of the deep brain is worth now. */
    PACED,
    /** Always to the deep brain, as the founding document's code has it. */
    GENEROUS,
    /** Never to the deep brain, as the founding document's text has it. */
    STRICT
}

/**
 * What models write beyond the Markdown that the parser knows by itself: footnotes and formulas. For whoever shows an answer, and whoever
 * needs its words alone.
 */
package dev.katman.markdown;

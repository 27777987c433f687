/**
 * What goes into a prompt and what can be got out of a text without a model: token counts on the careful side, the language of a
 * text, an extractive summary, extraction by pattern, and an index in which texts of both languages are found by their words. Nothing here
 * makes a call.
 */
package dev.katman.context;

/**
 * What goes into a prompt and what can be got out of a text without a model: token counts on the careful side, the language of a
 * text, an extractive summary, and extraction by pattern. Pure functions; nothing here makes a call.
 */
package dev.katman.context;

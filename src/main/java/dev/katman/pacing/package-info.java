/**
 * What a token of a scarce model is worth now. So far by a threshold that needs no forecast: it looks only at how much of the day's
 * budget is spent, and so works from the first message on.
 */
package dev.katman.pacing;

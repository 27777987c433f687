/**
 * What a token of a scarce model is worth now: from what is left, what refills, and what the reader's habits and this day so far say is
 * still to come. The past is handed in, message by message; {@link dev.katman.pacing.Pacer} is the way in, and
 * {@link dev.katman.pacing.PricePlan} holds the mathematics.
 */
package dev.katman.pacing;

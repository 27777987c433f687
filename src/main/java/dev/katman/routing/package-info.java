/**
 * An assessment, the levels and the pace become a decision: every candidate in order, each with its verdict and the numbers behind
 * it. Pure: it reads levels, it spends nothing, and the same input gives the same decision.
 */
package dev.katman.routing;

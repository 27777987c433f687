/**
 * Tier 0: what a message is (conversation or task) and how hard, before anything is spent on it. The router model is asked when it
 * can be afforded; the local judge answers when it cannot, at once and without a call. The decision always says who judged.
 */
package dev.katman.classify;

/**
 * Days of traffic in seconds: the pacer and the ledger that serve, on a clock that the messages move. Nothing is sent, stored or decided
 * here; the rule that is tried out is the router's for tasks, reduced to the deep brain and its emergency.
 */
package dev.katman.simulation;

/**
 * What exists: providers, models, deployments (a model at a provider), their limits, the tiers and the policy. Read from one JSON
 * document, checked whole before anything uses it. Knows only the JDK and Jackson.
 */
package dev.katman.catalog;

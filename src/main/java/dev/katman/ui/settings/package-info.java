/** What the reader can choose: keys and providers, tiers, policy, limits, look, the way out, and the data. */
package dev.katman.ui.settings;

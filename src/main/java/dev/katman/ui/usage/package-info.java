/** What was used, when, by whom, and how long it will last: figures, charts of our own, and the same figures as tables. */
package dev.katman.ui.usage;

/** The limits panel: a card for each model in use, live. Takes no part in any decision; it only looks. */
package dev.katman.ui.quota;

/** The window: composes the pages, which do not know each other, and owns theme, language, keys and the second hand. */
package dev.katman.ui.shell;

/**
 * What belongs to the person at the keyboard: where the data lives, the keys, the preferences, the language and its texts. Knows only
 * the JDK, the system's key store and the shared {@link dev.katman.conversation.Secret}.
 */
package dev.katman.settings;

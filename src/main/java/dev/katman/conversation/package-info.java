/** Values that every room shares: what was said, what it cost, who it belongs to. Knows no other room. */
package dev.katman.conversation;

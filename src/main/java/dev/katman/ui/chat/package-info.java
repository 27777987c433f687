/**
 * The chat page: conversations by day on the left, the conversation in the middle, the composer below. What is shown is kept in
 * models that know no scene ({@link dev.katman.ui.chat.ChatModel}, {@link dev.katman.ui.chat.Chats}); they outlive a change of
 * language.
 */
package dev.katman.ui.chat;

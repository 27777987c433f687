/**
 * The chat page: conversations by day on the left, the conversation in the middle, the composer below. What is shown is kept in
 * models that know no scene (a {@link dev.katman.ui.chat.ChatModel} for a conversation, the {@link dev.katman.ui.chat.Desk} for those
 * that are held, the {@link dev.katman.ui.chat.SideModel} for the list); {@link dev.katman.ui.chat.Chats} puts them together. They
 * outlive a change of language.
 */
package dev.katman.ui.chat;

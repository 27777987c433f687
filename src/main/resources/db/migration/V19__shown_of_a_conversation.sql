-- What is shown of a conversation is nearly always all that was said in it. Where conversations are long H2 thought as much of the index of
-- what was dropped as of that of the conversation, took the first, and read through everything ever said. One of both it prefers to either.
drop index message_conversation;
create index message_shown on message (conversation_id, dropped_by, id);

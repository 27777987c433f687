-- A conversation is a tree: each message knows the one before it, and what is shown is the path from the first message to the head.
-- dropped_by names the message that the reader has deleted, and with it what followed; until it is erased that can be taken back.
alter table message add column parent_id char(26);
alter table message add column dropped_by char(26);
alter table conversation add column head_id char(26);
create index message_parent on message (parent_id);
create index message_dropped on message (dropped_by);

-- Until here every conversation was one thread.
merge into message m using (select id, lag(id) over (partition by conversation_id order by id) before from message) t on m.id = t.id
    when matched then update set parent_id = t.before;
update conversation c set head_id = (select max(m.id) from message m where m.conversation_id = c.id);

-- What has come of an answer that is under way, added to as it comes. When the answer is there as a whole its pieces go.
create table piece (
    message_id  char(26)               not null,
    place       int                    not null,
    decision_id char(26)               not null references decision,
    text        character large object not null,
    primary key (message_id, place)
);
create index piece_decision on piece (decision_id);

-- What was written and not sent, and what the next message is to be answered by. An empty name stands for the conversation that has not
-- begun yet.
create table draft (
    conversation_id varchar(26)            primary key,
    text            character large object not null,
    edited_id       char(26),
    edited_text     character large object,
    tier            varchar(12),
    model           varchar(200)
);

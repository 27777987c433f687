-- What a document says stands here once, whatever it goes along with: the digest is of its name and its text. It goes with the last of what it
-- belongs to. Of the old ones no digest is known; they stay as they are.
alter table document add column digest char(64);
create index document_digest on document (digest);

-- The documents of a message, in the order in which they went along.
create table enclosure (
    message_id      char(26) not null,
    document_id     char(26) not null references document,
    conversation_id char(26) not null references conversation on delete cascade,
    place           int      not null,
    primary key (message_id, document_id)
);
insert into enclosure
    select message_id, id, conversation_id, row_number() over (partition by message_id order by id) - 1 from document;
drop index document_conversation;
alter table document drop column conversation_id;
alter table document drop column message_id;

-- A file or a folder that is attached to a message which is not sent yet. As with drafts, an empty name stands for the conversation that has
-- not begun yet.
create table attachment (
    id              char(26)      primary key,
    conversation_id varchar(26)   not null,
    name            varchar(1000) not null
);
create index attachment_conversation on attachment (conversation_id, id);

create table attachment_document (
    attachment_id char(26) not null references attachment on delete cascade,
    place         int      not null,
    document_id   char(26) not null references document,
    primary key (attachment_id, place)
);

-- What of a folder could not be read, and the limit that it passes where that is why.
create table attachment_unread (
    attachment_id char(26)      not null references attachment on delete cascade,
    place         int           not null,
    name          varchar(1000) not null,
    reason        varchar(20)   not null,
    figure        bigint        not null,
    primary key (attachment_id, place)
);

-- Documents stay with the conversation that they were sent into, read and cut: the files themselves are not needed again.
create table document (
    id              char(26)                    primary key,
    conversation_id char(26)                    not null references conversation on delete cascade,
    message_id      char(26)                    not null,
    name            varchar(1000)               not null,
    kind            varchar(12)                 not null,
    bytes           bigint                      not null,
    tokens          bigint                      not null,
    at              timestamp(6) with time zone not null
);
create index document_conversation on document (conversation_id, id);

create table fragment (
    document_id char(26)               not null references document on delete cascade,
    number      int                    not null,
    page        int                    not null,
    line        int                    not null,
    heading     varchar(300)           not null,
    text        character large object not null,
    primary key (document_id, number)
);

-- How a prompt was made to fit the model that it was sent to: what did not go along, and what did in its stead.
create table fitting (
    decision_id  char(26) primary key references decision on delete cascade,
    left_tokens  bigint   not null,
    left_turns   int      not null,
    shortened    boolean  not null,
    summed_turns int      not null
);

-- The sources that went along, as they are numbered in the answer: a stretch of neighbouring fragments each.
create table source (
    decision_id   char(26) not null references decision on delete cascade,
    number        int      not null,
    document_id   char(26) not null references document on delete cascade,
    first_fragment int     not null,
    last_fragment int      not null,
    primary key (decision_id, number)
);

-- What older turns of a conversation say in short, up to that message; extended as it goes on.
create table summary (
    conversation_id char(26)                    primary key references conversation on delete cascade,
    through_message char(26)                    not null,
    turns           int                         not null,
    text            character large object      not null,
    made_by         varchar(200)                not null,
    at              timestamp(6) with time zone not null
);

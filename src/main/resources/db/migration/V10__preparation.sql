-- A document that the worker prepares piece by piece: a summary of all of it, or a table of what stands in it. It belongs to the message
-- that asked for it, and goes with that or with the document.
create table preparation (
    message_id  char(26)                    primary key references message on delete cascade,
    document_id char(26)                    not null references document on delete cascade,
    goal        varchar(8)                  not null,
    finished    timestamp(6) with time zone
);
create index preparation_document on preparation (document_id);

-- The columns of a table: as the reader named them, or as the worker proposed.
create table preparation_column (
    message_id char(26)     not null references preparation on delete cascade,
    place      int          not null,
    name       varchar(200) not null,
    primary key (message_id, place)
);

-- A call each. Level 0 goes over fragments of the document, from the first to the last; each level above goes over the results of the one
-- below, by their order. What has a result is paid for, and is not asked again.
create table preparation_step (
    message_id char(26)     not null references preparation on delete cascade,
    level      int          not null,
    first_part int          not null,
    last_part  int          not null,
    result     character large object,
    made_by    varchar(200),
    primary key (message_id, level, first_part)
);

-- Tokens of documents and older turns that the model which answered was spared, less what went along in their stead. By o200k; nothing where
-- the worker answered itself.
alter table fitting add column unsent_tokens bigint default 0 not null;

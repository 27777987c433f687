-- What the local judge had thought where the router model had the last word, and the tier that the reader says it should have been.
alter table decision add column local_type varchar(4);
alter table decision add column local_difficulty tinyint;
alter table decision add column local_confidence double precision;
alter table decision add column should_be varchar(12);

-- What the local judge learns from, in the order of at. It goes with its message, and all of it when the reader says so.
create table lesson (
    message_id char(26)                    primary key references message on delete cascade,
    at         timestamp(6) with time zone not null,
    teacher    varchar(8)                  not null,
    type       varchar(4)                  not null,
    difficulty tinyint                     not null
);
create index lesson_at on lesson (at);
create index decision_at on decision (at);

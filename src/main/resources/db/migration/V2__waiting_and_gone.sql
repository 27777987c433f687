-- A caller's own name for a message, so that a batch that was stopped does not send it twice.
alter table message add column ref varchar(700);
create index message_ref on message (ref);

-- Messages that wait for room, in the order in which they will be answered.
create table parked (
    message_id char(26)                    primary key references message on delete cascade,
    place      int                         not null,
    until      timestamp(6) with time zone not null
);

-- Models that their provider said it no longer serves.
create table model_gone (
    deployment varchar(200)                primary key,
    since      timestamp(6) with time zone not null
);

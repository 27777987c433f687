-- What was said, what was decided about it, and every call on the wire. Nothing else in the program keeps a count.

create table conversation (
    id      char(26)                    primary key,
    title   varchar(500)                not null,
    created timestamp(6) with time zone not null,
    updated timestamp(6) with time zone not null
);
create index conversation_updated on conversation (updated desc);

create table message (
    id              char(26)                    primary key,
    conversation_id char(26)                    not null references conversation on delete cascade,
    role            varchar(10)                 not null,
    text            character large object      not null,
    at              timestamp(6) with time zone not null,
    state           varchar(12)                 not null,
    decision_id     char(26)                    not null
);
create index message_conversation on message (conversation_id, id);

-- A row stands here from the moment a message is accepted; what was decided is filled in later. It outlives its conversation, because its
-- calls are what the levels are counted from.
create table decision (
    id              char(26)                    primary key,
    conversation_id char(26)                    not null,
    message_id      char(26)                    not null,
    at              timestamp(6) with time zone not null,
    type            varchar(4),
    difficulty      tinyint,
    confidence      double precision,
    judged_by       varchar(200),
    judge_ms        bigint,
    judge_note      varchar(600),
    tier            varchar(12),
    mode            varchar(8),
    reason          varchar(24),
    price           double precision,
    worth           double precision,
    left_share      double precision,
    served          varchar(200),
    took_ms         bigint,
    parked_until    timestamp(6) with time zone
);
create index decision_conversation on decision (conversation_id);

create table candidate (
    decision_id char(26)     not null references decision on delete cascade,
    place       int          not null,
    deployment  varchar(200) not null,
    tier        varchar(12)  not null,
    standing    varchar(12)  not null,
    verdict     varchar(10)  not null,
    axis        varchar(4),
    need        bigint       not null,
    used        bigint       not null,
    most        bigint       not null,
    wait_ms     bigint       not null,
    cap         int          not null,
    primary key (decision_id, place)
);

-- opened_at and settled_at are the ledger's own instants, unique among all its changes: the fold replays them in this order.
-- charged_* is what the ledger took: never less than what was used, more where the provider did not say.
create table call (
    id                 char(26)                    primary key,
    decision_id        char(26)                    not null references decision,
    deployment         varchar(200)                not null,
    purpose            varchar(8)                  not null,
    tier               varchar(12)                 not null,
    left_at            timestamp(6) with time zone not null,
    reserved_prompt    bigint                      not null,
    reserved_cap       bigint                      not null,
    opened_at          timestamp(6) with time zone,
    settled_at         timestamp(6) with time zone,
    charged_prompt     bigint                      not null default 0,
    charged_completion bigint                      not null default 0,
    ended_at           timestamp(6) with time zone,
    outcome            varchar(12),
    http               int                         not null default 0,
    prompt_tokens      bigint                      not null default 0,
    completion_tokens  bigint                      not null default 0,
    cached_tokens      bigint                      not null default 0,
    ttft_ms            bigint,
    reason             varchar(600)                not null default ''
);
create index call_decision on call (decision_id, id);
create index call_left on call (left_at);

-- What providers said of their levels, in headers and refusals.
create table provider_word (
    at         timestamp(6) with time zone primary key,
    deployment varchar(200) not null,
    axis       varchar(4)   not null,
    used       bigint       not null,
    most       bigint
);

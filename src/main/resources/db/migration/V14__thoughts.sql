-- What a model thought before it answered. It belongs to its answer and goes with it, and stands apart because it is long and seldom read.
create table thought (
    message_id char(26)               primary key references message on delete cascade,
    text       character large object not null
);

-- What of it came with a piece of an answer under way; the text is empty as long as the answer itself has not begun.
alter table piece add column thought character large object;

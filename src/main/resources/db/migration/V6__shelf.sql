-- Conversations are pinned, kept in folders, and named by their first words, by a model or by the reader. One that the reader deleted goes
-- for good a little later, or comes back.
alter table conversation add column pinned boolean default false not null;
alter table conversation add column folder varchar(100);
alter table conversation add column named_by varchar(6) default 'START' not null;
alter table conversation add column gone boolean default false not null;
-- Who named the old ones is not known.
update conversation set named_by = 'READER';

-- Grows with every change of a row, whoever makes it: what is kept beside the journal, to find what was said, sees by it what is new.
create sequence stamp;
alter table conversation add column stamp bigint default next value for stamp on update next value for stamp not null;
alter table message add column stamp bigint default next value for stamp on update next value for stamp not null;
create index conversation_stamp on conversation (stamp);
create index message_stamp on message (stamp);

-- The library: documents that the reader keeps for any conversation, and since when. They stay when all that they went along with is gone.
alter table document add column kept timestamp(6) with time zone;
create index document_kept on document (kept);

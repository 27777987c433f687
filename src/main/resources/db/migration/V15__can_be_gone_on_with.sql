-- Where a file or a folder that is attached is still to be read from, as its machine writes it; nothing once it was read.
alter table attachment add column path varchar(32767);

-- A document of the library that was taken out and can still be put back: nothing shows it, and nothing of it is gone yet.
alter table document add column taken_out boolean default false not null;

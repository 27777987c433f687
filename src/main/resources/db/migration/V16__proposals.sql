-- Columns that the worker proposed for a table of a document, the last time that it was asked: it was paid for that. They go with the document.
create table proposal (
    document_id char(26)     primary key references document on delete cascade,
    made_by     varchar(200) not null
);
create table proposal_column (
    document_id char(26)     not null references proposal on delete cascade,
    place       int          not null,
    name        varchar(200) not null,
    primary key (document_id, place)
);

-- What the cells of a column are: words, numbers or dates. Of the old ones all were words.
alter table preparation_column add column kind varchar(8) default 'TEXT' not null;
alter table proposal_column add column kind varchar(8) default 'TEXT' not null;

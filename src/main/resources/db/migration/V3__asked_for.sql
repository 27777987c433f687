-- The tier or model that the reader chose for a message: it holds also when the message is taken up later.
alter table message add column asked_tier varchar(12);
alter table message add column asked_model varchar(200);

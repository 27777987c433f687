-- What harder questions usually ask for in the hours after a decision, as a share of the scarce model's day.
alter table decision add column usual_share double precision;

-- Habits are learned from calls in the order in which they ended.
create index call_ended on call (ended_at);

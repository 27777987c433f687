-- Which message a decision was about, and what it led to: asked for with every answer, and not by reading through everything ever said.
create index decision_message on decision (message_id);
create index message_decision on message (decision_id);

-- A summary holds the words of the messages that it sums up. Where the last of these is gone, it goes too.
delete from summary where through_message not in (select id from message);

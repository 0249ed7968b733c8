-- An event's row is there before the records that name it, and is sealed by its hash behind the last of them: SQLite looks through
-- every table for whom a row redeems that is written behind those that refer to it, and with a million people that is a second for
-- each change.

DROP TRIGGER event_stays;
CREATE TRIGGER event_stays BEFORE UPDATE ON event WHEN OLD.hash <> zeroblob (32) BEGIN
  SELECT RAISE (ABORT, 'an event is never changed');
END;

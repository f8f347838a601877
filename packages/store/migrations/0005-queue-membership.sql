-- 0005 compatible: operators leave queues that are theirs for the day, and join them again.

-- False: no calls of the queue are offered to them, and they do not count as at work in it.
ALTER TABLE queue_operators ADD COLUMN is_active boolean NOT NULL DEFAULT true;

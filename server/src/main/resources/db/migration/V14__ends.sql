-- Every delivery has an end. `attempts` counts the calls that failed; of those, `unconfirmed` may have arrived, and
-- `failed_alone` failed while others of the channel were answered. `failed_at` and `failure` tell of the first.
-- delivery.state besides pending, sent, answered, refused, dropped and unheard: aside (given up; its call is kept, so
-- that it can be made after all). Where attempts is 0 the other columns mean nothing.
alter table delivery add column unconfirmed  integer not null default 0;
alter table delivery add column failed_alone integer not null default 0;
alter table delivery add column failed_at    bigint;
alter table delivery add column failure      text;

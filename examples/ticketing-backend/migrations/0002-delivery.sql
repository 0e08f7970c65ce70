-- What the worker of effects keeps beside the plan.

alter table effects
  -- The order in which effects were planned: of one event, the plan's; of one ticket, that of its events.
  add column seq bigint generated always as identity,
  -- Within a lane of a ticket an effect waits for those before it. What bots are told has an order, and so have
  -- notifications; a survey that waits for its day holds up nothing.
  add column lane text not null generated always as (
    case
      when type in ('activateBot', 'terminateBot') then 'bots'
      when type = 'sendSurvey' then id::text
      else type
    end
  ) stored,
  -- After an attempt that failed. Null: at execute_at.
  add column next_attempt_at timestamptz,
  -- A worker has it until then. One that was killed in the middle never says so: the time does.
  add column claimed_until timestamptz;

create index effects_in_lane on effects (ticket_id, lane, seq) where status = 'pending';
create index effects_due_next on effects (coalesce(next_attempt_at, execute_at)) where status = 'pending';
create index effects_dead on effects (finished_at) where status = 'dead';

/** An invented client, as a consultant would write it down. */

/** What is typed in more than one place, or is looked for in the document. */
export const brightwater = {
  client: 'Brightwater Foods',
  decision:
    'From 1 March 2027, ready meals are sold to hospital kitchens by contract, and no longer to single restaurants.',
  gives: 'Deliveries to single restaurants end.',
  sponsor: 'Ines Caldera',
  owner: 'Mara Lindqvist',
  quote: 'We change lines eleven times a day, so a hospital menu never runs for four weeks.',
  against: 'The line with the fixed menu is never late.',
  priority: 'Reserve line four for hospital menus',
  criterion: 'Share of line four under contract',
  stop: 'Cooking to order for single restaurants',
  looseStop: 'Daily price lists',
  milestone: 'Cooks trained on the four-week menu',
  monday: 'Sales stops taking daily orders',
  edited: 'A change of line costs ninety minutes.',
} as const;

/** Its strategy. */
export const strategy = `# Brightwater Foods: strategy 2027

## Where we stand

Seven hundred single restaurants order ready meals by the day. Half of the hours in the plant are spent on changing lines.

## Hospitals first

From 1 March 2027 we sell ready meals to hospital kitchens by contract instead of to single restaurants.
Menus are fixed for four weeks, so that the lines run without a change.

## Quality

Every menu is approved by a dietitian before it is cooked.
`;

/** Its backlog. */
export const backlog = `Key,Summary,Description,Status,Team,Created,Updated
BW-1,Contract prices for hospital kitchens,Price list for ready meals by contract,In Progress,Sales,2026-06-01,2026-11-10
BW-2,Four-week menus for hospitals,Fix the menus for four weeks so that lines run without change,To Do,Operations,2026-07-01,2026-11-10
BW-3,Approve menus with the dietitian,Every hospital menu is approved before it is cooked,To Do,Operations,2026-07-01,2026-11-10
BW-4,Price list of the day,Restaurants see a new price every morning,To Do,Technology,2026-03-01,2026-11-10
BW-5,Replace the oven in hall two,,To Do,Operations,2026-02-01,2026-11-10
BW-6,Loyalty points for restaurants,,Done,Marketing,2026-02-01,2026-10-10
`;

import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('schedule:read');
const edit = needs('calendar:edit');

export const permissions: Permissions = {
  Query: { resourceCalendars: read, calendarExceptions: read },
  Mutation: {
    setResourceCalendar: edit,
    removeResourceCalendar: edit,
    addCalendarException: edit,
    removeCalendarException: edit,
  },
  ResourceCalendar: read,
  CalendarException: read,
  Shift: read,
  // stubs: their own subgraphs guard what is behind them
  Site: signedIn,
  User: signedIn,
  ApiClient: signedIn,
  WorkCenter: signedIn,
};

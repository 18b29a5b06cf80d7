export { Holidays } from './app/holidays.js';
export { SeedCalendars } from './app/seed-calendars.js';
export { type WorkingDay, WorkingDays } from './app/working-days.js';
export { CalendarsModule } from './calendars.module.js';
export type { HolidayName } from './domain/holiday.js';
export { weekendOf, zoneOf } from './domain/places.js';
export { isWorkingDay, type OffDays } from './domain/working-days.js';
export { addDays, dayIn, startOfDay } from './domain/zoned-days.js';

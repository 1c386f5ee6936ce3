// Every screen on the glass laid down and on the small one, and upright with all but contrast.
import { testEveryScreen } from '#tests/support/kiosk-fixture/test-every-screen.ts';

testEveryScreen([
  ['landscape', 'en'],
  ['small', 'elder contrast en'],
  ['portrait', 'elder low en'],
  ['phone', 'elder'],
]);

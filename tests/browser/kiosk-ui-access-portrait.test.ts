// Every screen on the upright glass: as it comes, with everything but elder mode, and without English.
import { testEveryScreen } from '#tests/support/kiosk-fixture/test-every-screen.ts';

testEveryScreen([
  ['portrait', ''],
  ['portrait', 'contrast low en'],
  ['portrait', 'elder contrast low'],
]);

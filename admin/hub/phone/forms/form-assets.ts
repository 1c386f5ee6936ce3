// Addresses of what the forms add to the phone's own script and style.
import { loadFormStyle, type PhoneAsset } from '../phone-assets.ts';

/** Built from admin/phone/forms. */
export const formScript = '/m/app/forms.js';

/** The forms' style sheet. */
export function loadFormAssets(): { readonly style: PhoneAsset } {
  return { style: loadFormStyle() };
}

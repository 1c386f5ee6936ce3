// Switches the desk between Chinese and English; the browser remembers the choice.
import { deskLanguage, speak, t } from '../i18n/index.ts';

export function LanguageButton({ look }: { readonly look: string }) {
  const other = deskLanguage.value === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" class={`button ${look}`} lang={other} onClick={() => void speak(other)}>
      {t('app.language')}
    </button>
  );
}

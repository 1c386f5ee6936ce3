// Switches the desk between Chinese and English; the browser remembers the choice.
import { deskLanguage, t } from '../i18n/index.ts';

export function LanguageButton({ look }: { readonly look: string }) {
  const other = deskLanguage.value === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      class={`button ${look}`}
      lang={other}
      onClick={() => {
        deskLanguage.value = other;
      }}
    >
      {t('app.language')}
    </button>
  );
}

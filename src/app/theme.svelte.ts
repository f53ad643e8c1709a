export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kept = 'tessera:theme';

function apply(theme: Theme): void {
	if (theme === 'auto') delete document.documentElement.dataset['theme'];
	else document.documentElement.dataset['theme'] = theme;
}

class ThemeChoice {
	#theme = $state<Theme>(themes.find((theme) => theme === localStorage.getItem(kept)) ?? 'auto');
	constructor() {
		apply(this.#theme);
	}
	get theme(): Theme {
		return this.#theme;
	}
	set theme(theme: Theme) {
		this.#theme = theme;
		localStorage.setItem(kept, theme);
		apply(theme);
	}
}

/** Light, dark, or whatever the device says. */
export const themeChoice = new ThemeChoice();
